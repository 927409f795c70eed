using System.Text;
using AfterSales.Domain.Json;
using AfterSales.Domain.Tickets;
using static AfterSales.Domain.Testing.CSharpValues;

namespace AfterSales.Domain.Testing;

/// <summary>Walks as C# statements.</summary>
internal static class CSharpTickets
{
    internal static string Of(TicketWalk walk)
    {
        Ticket opened = walk.Opened;
        string lines = opened.Lines.Count == 0 ? "" : $", {Array1("LineQuantity", opened.Lines, line => $"new LineQuantity({Text(line.Line)}, {CSharpValues.Of(line.Bought)}, {CSharpValues.Of(line.Paid)})")}";
        StringBuilder program = new();
        program.Append("Lifecycle lifecycle = ").Append(Of(opened.Lifecycle)).Append(";\n\n")
            .Append("Ticket ticket = Ticket.Open(new TicketId(").Append(Text(opened.Id.Value)).Append("), ").Append(CSharpRequests.Of(opened.Request))
            .Append(", lifecycle, ").Append(CSharpValues.Of(opened.OpenedAt)).Append(", ").Append(CSharpValues.Of(opened.OpenedBy)).Append(lines).Append(");\n")
            .Append("List<TransitionResult> results = new List<TransitionResult>();\n");
        foreach (WalkAttempt attempt in walk.Attempts)
        {
            program.Append("results.Add(ticket.Apply(").Append(Of(attempt.Action)).Append(", ").Append(CSharpValues.Of(attempt.At)).Append(", ")
                .Append(CSharpValues.Of(attempt.By)).Append(", new ActionId(").Append(Text(attempt.ActionId.Value)).Append(")));\n")
                .Append("ticket = results[results.Count - 1] is AcceptedTransition ? ((AcceptedTransition)results[results.Count - 1]).Ticket : ticket;\n");
        }

        return program.ToString();
    }

    /// <summary>A lifecycle of the library by its name, any other as its document; guards of the host have to be given to its reader.</summary>
    private static string Of(Lifecycle lifecycle)
    {
        if (Lifecycles.Find(lifecycle.Name) is { } known && known.Equals(lifecycle))
        {
            return $"Lifecycles.{Pascal(lifecycle.Name)}";
        }

        string[] guards = [.. HostGuards(lifecycle).Select(guard => guard.Name)];
        string missing = guards.Length == 0 ? "" : $", new Guard[] {{ /* {string.Join(", ", guards)} */ }}";
        return $"LifecycleDocument.Read({Verbatim(LifecycleDocument.Write(lifecycle))}{missing}).Value";
    }

    internal static IEnumerable<Guard> HostGuards(Lifecycle lifecycle) =>
        lifecycle.Transitions.SelectMany(row => row.Guards).Where(guard => !Guards.All.Any(known => string.Equals(known.Name, guard.Name, StringComparison.Ordinal))).Distinct();

    private static string Of(TicketAction action) => string.Concat(
        [
            $"TicketAction.Of(Trigger.Named({Text(action.Trigger.Name)}))",
            action.Assignee is { } assignee ? $".WithAssignee({CSharpValues.Of(assignee)})" : "",
            action.Team is { } team ? $".WithTeam({CSharpValues.Of(team)})" : "",
            action.Reason is { } reason ? $".WithReason({Text(reason)})" : "",
            action.Request is { } request ? $".WithRequest({CSharpRequests.Of(request)})" : "",
            action.Time is { } time ? $".WithTime({CSharpValues.Of(time)})" : "",
            action.Amount is { } amount ? $".WithAmount({CSharpValues.Of(amount)})" : "",
            action.Lines.Count == 0 ? "" : $".WithLines({Array1("LineQuantity", action.Lines, Of)})",
            action.Link is { } link ? $".WithLink(new TicketLink(LinkKind.{link.Kind}, new TicketId({Text(link.Ticket.Value)})))" : "",
            action.Person is { } person ? $".WithPerson({CSharpValues.Of(person)})" : "",
            .. action.Texts.Select(text => $".With({Text(text.Key)}, {Text(text.Value)})"),
        ]);

    private static string Of(LineQuantity line) => $"new LineQuantity({Text(line.Line)}, {CSharpValues.Of(line.Quantity)}, {CSharpValues.Of(line.Amount)})";
}
