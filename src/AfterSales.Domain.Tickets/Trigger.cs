namespace AfterSales.Domain.Tickets;

/// <summary>What happens to a ticket, by name: the column of a lifecycle's table.</summary>
/// <remarks>
/// An open set: the triggers of the built-in lifecycles are here, a host adds its own with <see cref="Named"/>. Two triggers are equal when their names are.
/// The default value names nothing; reading its <see cref="Name"/> throws. This type is immutable.
/// </remarks>
public readonly record struct Trigger
{
    private readonly string? _name;

    private Trigger(string name) => _name = name;

    /// <summary>Gets opening the ticket; only the first event has it.</summary>
    public static Trigger Open { get; } = new("open");

    /// <summary>Gets telling the customer that the complaint has arrived.</summary>
    public static Trigger Acknowledge { get; } = new("acknowledge");

    /// <summary>Gets giving the request up.</summary>
    public static Trigger Cancel { get; } = new("cancel");

    /// <summary>Gets the customer's taking the complaint back.</summary>
    public static Trigger Withdraw { get; } = new("withdraw");

    /// <summary>Gets joining the ticket to another about the same thing.</summary>
    public static Trigger Merge { get; } = new("merge");

    /// <summary>Gets going on as a ticket of another lifecycle.</summary>
    public static Trigger Convert { get; } = new("convert");

    /// <summary>Gets closing.</summary>
    public static Trigger Close { get; } = new("close");

    /// <summary>Gets the system's closing after the agreed window without a word from the customer.</summary>
    public static Trigger Silence { get; } = new("silence");

    /// <summary>Gets ending in a voice menu or on a self-service page (R31).</summary>
    public static Trigger SelfServe { get; } = new("self-serve");

    /// <summary>Gets answering the enquiry.</summary>
    public static Trigger Answer { get; } = new("answer");

    /// <summary>Gets asking the customer back.</summary>
    public static Trigger AskCustomer { get; } = new("ask-customer");

    /// <summary>Gets the customer's reply.</summary>
    public static Trigger Reply { get; } = new("reply");

    /// <summary>Gets reminding the customer.</summary>
    public static Trigger Remind { get; } = new("remind");

    /// <summary>Gets giving up on a customer who does not react to reminders.</summary>
    public static Trigger GiveUp { get; } = new("give-up");

    /// <summary>Gets handing over to a support team of the next level (R16).</summary>
    public static Trigger Transfer { get; } = new("transfer");

    /// <summary>Gets a thank-you that asks for nothing.</summary>
    public static Trigger Thank { get; } = new("thank");

    /// <summary>Gets the customer's confirming that the problem is solved (R21).</summary>
    public static Trigger Confirm { get; } = new("confirm");

    /// <summary>Gets the customer's rejecting the result, or ours rejecting a claim.</summary>
    public static Trigger Reject { get; } = new("reject");

    /// <summary>Gets handling a resolved ticket again (R21).</summary>
    public static Trigger Reopen { get; } = new("reopen");

    /// <summary>Gets the system's calling the supervisor and raising the class after repeated reopening.</summary>
    public static Trigger Escalate { get; } = new("escalate");

    /// <summary>Gets classing the problem (R02).</summary>
    public static Trigger Triage { get; } = new("triage");

    /// <summary>Gets quoting a price.</summary>
    public static Trigger Quote { get; } = new("quote");

    /// <summary>Gets going on without a quote, under warranty.</summary>
    public static Trigger Proceed { get; } = new("proceed");

    /// <summary>Gets approving.</summary>
    public static Trigger Approve { get; } = new("approve");

    /// <summary>Gets declining.</summary>
    public static Trigger Decline { get; } = new("decline");

    /// <summary>Gets the leadership's approving a major remedy (R34).</summary>
    public static Trigger ApproveRemedy { get; } = new("approve-remedy");

    /// <summary>Gets agreeing an appointment (R35).</summary>
    public static Trigger AgreeVisit { get; } = new("agree-visit");

    /// <summary>Gets sending a technician.</summary>
    public static Trigger Dispatch { get; } = new("dispatch");

    /// <summary>Gets accepting the task.</summary>
    public static Trigger Accept { get; } = new("accept");

    /// <summary>Gets the system's taking back a task that nobody accepted.</summary>
    public static Trigger TimeOut { get; } = new("time-out");

    /// <summary>Gets setting out.</summary>
    public static Trigger Depart { get; } = new("depart");

    /// <summary>Gets arriving at the site.</summary>
    public static Trigger Arrive { get; } = new("arrive");

    /// <summary>Gets not meeting the customer.</summary>
    public static Trigger VisitFailed { get; } = new("visit-failed");

    /// <summary>Gets diagnosing, on site or remotely, and starting the repair.</summary>
    public static Trigger Diagnose { get; } = new("diagnose");

    /// <summary>Gets finding that parts are missing (R18).</summary>
    public static Trigger NeedParts { get; } = new("need-parts");

    /// <summary>Gets the parts' arriving.</summary>
    public static Trigger PartsIn { get; } = new("parts-in");

    /// <summary>Gets finding that the customer has to do something.</summary>
    public static Trigger NeedCustomer { get; } = new("need-customer");

    /// <summary>Gets finding that this technician cannot do it.</summary>
    public static Trigger CannotComplete { get; } = new("cannot-complete");

    /// <summary>Gets giving the work to a service provider (R17).</summary>
    public static Trigger Outsource { get; } = new("outsource");

    /// <summary>Gets the provider's reporting that it is done.</summary>
    public static Trigger SupplierDone { get; } = new("supplier-done");

    /// <summary>Gets the provider's giving the work back.</summary>
    public static Trigger SupplierFailed { get; } = new("supplier-failed");

    /// <summary>Gets exchanging the product instead of repairing it.</summary>
    public static Trigger Exchange { get; } = new("exchange");

    /// <summary>Gets the technician's report to the service centre (R35).</summary>
    public static Trigger ReportProgress { get; } = new("report-progress");

    /// <summary>Gets the centre's report to the customer (R35).</summary>
    public static Trigger TellProgress { get; } = new("tell-progress");

    /// <summary>Gets finishing the work.</summary>
    public static Trigger Finish { get; } = new("finish");

    /// <summary>Gets the customer's accepting the work (R18).</summary>
    public static Trigger AcceptWork { get; } = new("accept-work");

    /// <summary>Gets charging.</summary>
    public static Trigger Charge { get; } = new("charge");

    /// <summary>Gets authorising the goods to be sent in.</summary>
    public static Trigger Authorise { get; } = new("authorise");

    /// <summary>Gets the system's ending an authorisation that was not used.</summary>
    public static Trigger Expire { get; } = new("expire");

    /// <summary>Gets goods' coming in (R19).</summary>
    public static Trigger Receive { get; } = new("receive");

    /// <summary>Gets inspection that finds the goods as claimed (R19).</summary>
    public static Trigger Inspect { get; } = new("inspect");

    /// <summary>Gets inspection that does not.</summary>
    public static Trigger Dispute { get; } = new("dispute");

    /// <summary>Gets keeping to a decision after the customer objected.</summary>
    public static Trigger Uphold { get; } = new("uphold");

    /// <summary>Gets refunding.</summary>
    public static Trigger Refund { get; } = new("refund");

    /// <summary>Gets sending a replacement.</summary>
    public static Trigger Replace { get; } = new("replace");

    /// <summary>Gets having goods repaired by the supplier.</summary>
    public static Trigger RepairAtSupplier { get; } = new("repair-at-supplier");

    /// <summary>Gets scrapping goods.</summary>
    public static Trigger Scrap { get; } = new("scrap");

    /// <summary>Gets sending goods back to the customer.</summary>
    public static Trigger SendBack { get; } = new("send-back");

    /// <summary>Gets turning a rejected claim into a complaint.</summary>
    public static Trigger Appeal { get; } = new("appeal");

    /// <summary>Gets classing the complaint (R22).</summary>
    public static Trigger Assess { get; } = new("assess");

    /// <summary>Gets investigating.</summary>
    public static Trigger Investigate { get; } = new("investigate");

    /// <summary>Gets proposing a solution.</summary>
    public static Trigger Propose { get; } = new("propose");

    /// <summary>Gets sending a proposal back to be worked over.</summary>
    public static Trigger SendBackProposal { get; } = new("send-back-proposal");

    /// <summary>Gets finishing the actions that were promised.</summary>
    public static Trigger CompleteActions { get; } = new("complete-actions");

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Name => _name ?? throw NameRule.DefaultValue(nameof(Trigger));

    internal bool IsDefault => _name is null;

    /// <summary>Makes the trigger of this name.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The trigger; equal to the well-known one when the name is one of theirs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static Trigger Named(string name) => new(NameRule.Checked(name, "trigger", nameof(name)));

    /// <summary>Returns the name, or "(no trigger)" for the default value.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _name ?? "(no trigger)";
}
