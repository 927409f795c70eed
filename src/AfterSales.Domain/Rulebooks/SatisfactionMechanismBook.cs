using AfterSales.Domain.Requests;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain;

/// <summary>The satisfaction-survey mechanism.</summary>
internal static class SatisfactionMechanismBook
{
    private const string Name = "satisfaction-mechanism";

    private static readonly RequestCondition Feedback = RequestCondition.Kind(RequestKind.Complaint);

    internal static Rulebook Make() => new(
        Name,
        ["R03", "R19", "R21", "R22", "R23", "R24", "R25"],
        Levels(),
        [Lifecycles.Complaint, Lifecycles.Return])
    {
        SurveyPlan = ByServiceType(),
        Feedback = Classes(),
    };

    private static SlaPolicy Levels() => new SlaPolicy(Name, version: 1, SharedRules.InForceFrom, [Answer(), Handling()])
        .With(SharedRules.OfficeHours())
        .Accepting(FindingCode.BreachOnReclassify, "feedback-handled", SharedRules.TimeUsedStaysUsed);

    /// <summary>R22: feedback is answered, here by closing of the next working day.</summary>
    private static Objective Answer() => new Objective(
            "feedback-answered", Signal.Received, Signal.Reply, [SharedRules.InOfficeHours("next working day", RequestCondition.Any, DeadlineRule.WorkingDay(1))])
        .For(Feedback)
        .CancelledOn(Signal.Cancelled, Signal.Merged, Signal.Converted)
        .WithAlarms(Alarm.AtDue().Tell(Role.Supervisor));

    /// <summary>R22, R03: handled in a set time by its priority. R21: until the customer is satisfied, so a rejected solution counts on.</summary>
    private static Objective Handling() => new Objective(
            "feedback-handled",
            Signal.Received,
            Signal.Resolved,
            [
                new Target("priority 1", RequestCondition.Priority(Priority.P1), DeadlineRule.Elapsed(Duration.FromHours(24))),
                SharedRules.InOfficeHours("priority 2", RequestCondition.Priority(Priority.P2), DeadlineRule.WorkingDay(2)),
                SharedRules.InOfficeHours("priority 4", RequestCondition.Priority(Priority.P4), DeadlineRule.WorkingDay(10)),
                SharedRules.InOfficeHours("priority 3", RequestCondition.Any, DeadlineRule.WorkingDay(5)),
            ])
        .For(Feedback)
        .PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromDays(7)))
        .OnReopen(ReopenMode.Resume)
        .CancelledOn(Signal.Cancelled, Signal.Merged, Signal.Converted)
        .WithAlarms(Alarm.AtPercent(80).Tell(Role.Agent), Alarm.AtDue().Tell(Role.Supervisor), Alarm.AfterDue(Duration.FromHours(24)).Tell(Role.Manager));

    /// <summary>
    /// R23: three days after closing, so that the customer has tried the result. R24: stratified by the kind of service; by web, mail, social media, phone and counter; R25: one
    /// list of questions for all of them.
    /// </summary>
    private static SurveyPlan ByServiceType() => new SurveyPlan(
            SharedRules.AfterService(Name), SurveyDelay.Days(3, new LocalTime(10, 0), SharedRules.Shanghai), ["web", "email", "social", "phone", "counter"])
        .Asking(0.5)
        .Asking("complaint", 1)
        .Asking("inquiry", 0.2)
        .AtMostEvery(Duration.FromDays(90))
        .RemindingAfter([Duration.FromDays(3), Duration.FromDays(7)]);

    /// <summary>R22: quality, service or delivery; a priority by urgency and importance; a team; a set time, which is that of the priority in <see cref="Handling"/> as clock time.</summary>
    private static FeedbackRules Classes() => new(
    [
        new FeedbackRule("danger", FeedbackCondition.Mentions("smoke", "burnt", "fire", "electric shock", "冒烟", "烧焦", "起火", "漏电"), FeedbackTopic.Quality, FeedbackPriority.First)
            .OwnedBy("quality").HandledWithin(Duration.FromHours(24)),
        new FeedbackRule("not-solved", FeedbackCondition.RatedAtMost(SurveyDimension.Effect, 25), FeedbackTopic.Service, FeedbackPriority.Second)
            .OwnedBy("service").HandledWithin(Duration.FromDays(2)),
        new FeedbackRule("goods-missing", FeedbackCondition.Mentions("not delivered", "never arrived", "wrong item", "没收到", "发错", "缺货"), FeedbackTopic.Delivery, FeedbackPriority.Second)
            .OwnedBy("delivery").HandledWithin(Duration.FromDays(2)),
        new FeedbackRule("rude", FeedbackCondition.RatedAtMost(SurveyDimension.Attitude, 25), FeedbackTopic.Service, FeedbackPriority.Second)
            .OwnedBy("service").HandledWithin(Duration.FromDays(2)),
        new FeedbackRule("defect", FeedbackCondition.RatedAtMost(SurveyDimension.ProductQuality, 25), FeedbackTopic.Quality, FeedbackPriority.Third)
            .OwnedBy("quality").HandledWithin(Duration.FromDays(5)),
        new FeedbackRule("late-delivery", FeedbackCondition.Mentions("courier", "parcel", "delivery", "快递", "物流", "送货"), FeedbackTopic.Delivery, FeedbackPriority.Third)
            .OwnedBy("delivery").HandledWithin(Duration.FromDays(5)),
        new FeedbackRule("slow", FeedbackCondition.RatedAtMost(SurveyDimension.ResponseSpeed, 25), FeedbackTopic.Service, FeedbackPriority.Third)
            .OwnedBy("service").HandledWithin(Duration.FromDays(5)),
        new FeedbackRule("unclear", FeedbackCondition.RatedAtMost(SurveyDimension.Overall, 50), FeedbackTopic.Service, FeedbackPriority.Fourth)
            .OwnedBy("service").HandledWithin(Duration.FromDays(10)),
    ]);
}
