using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain;

/// <summary>What several sources say alike.</summary>
internal static class SharedRules
{
    internal const string ServiceHours = "service-hours";

    /// <summary>Why a change of class, place or priority may leave no time: the verifier notes it, and it is wanted.</summary>
    internal const string TimeUsedStaysUsed = "the time already used stays used, so that no deadline is gained or lost by changing the class; Restart or Proportional are one word away";

    internal static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>Midnight in Shanghai at which 2026 begins.</summary>
    internal static readonly Instant InForceFrom = Instant.FromUtc(2025, 12, 31, 16, 0);

    /// <summary>Office hours with the public holidays and make-up working days of 2026 (R29, R33).</summary>
    internal static BusinessCalendar OfficeHours() => BusinessCalendar
        .Weekly(ServiceHours, Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00"))
        .With(ChinaHolidays.Year(2026));

    /// <summary>A target that counts open time or working days by the office hours.</summary>
    internal static Target InOfficeHours(string name, RequestCondition when, DeadlineRule rule) => new Target(name, when, rule).On(CalendarChoice.Named(ServiceHours));

    /// <summary>
    /// While work goes on, the technician reports to the centre and the centre tells the customer, regularly, until it is solved (R13): two clocks (R35). Urgent: every two
    /// hours to the centre, every four to the customer. Else by noon and by closing of the next working day. A change of class counts from then on.
    /// </summary>
    internal static IEnumerable<Objective> Progress()
    {
        RequestCondition urgent = RequestCondition.Severity(Severity.Urgent);
        yield return new Objective(
                "progress-report",
                [Signal.TaskReceived, Signal.ProgressReported],
                [Signal.ProgressReported],
                [
                    new Target("urgent, every two hours", urgent, DeadlineRule.Elapsed(Duration.FromHours(2))),
                    InOfficeHours("by noon of the next working day", RequestCondition.Any, DeadlineRule.WorkingDay(1, new LocalTime(12, 0))),
                ])
            .For(Party.Internal).Within("progress-told").Repeating().OnReclassify(ReclassifyMode.Restart)
            .EndedOn(Signal.Resolved).CancelledOn(Signal.Cancelled, Signal.Merged, Signal.Converted)
            .WithAlarms(Alarm.AtDue().Tell(Role.Supervisor));
        yield return new Objective(
                "progress-told",
                [Signal.TaskReceived, Signal.ProgressTold],
                [Signal.ProgressTold],
                [
                    new Target("urgent, every four hours", urgent, DeadlineRule.Elapsed(Duration.FromHours(4))),
                    InOfficeHours("by closing of the next working day", RequestCondition.Any, DeadlineRule.WorkingDay(1)),
                ])
            .Repeating().OnReclassify(ReclassifyMode.Restart).EndedOn(Signal.Resolved).CancelledOn(Signal.Cancelled, Signal.Merged, Signal.Converted)
            .WithAlarms(Alarm.AtPercent(80).Tell(Role.Agent), Alarm.AtDue().Tell(Role.Supervisor));
    }

    /// <summary>The six things that a survey asks about (R23), each on a scale of five, and what else the customer wants to say.</summary>
    internal static Survey AfterService(string name) => new Survey(
        name,
        version: 1,
        [
            Rated("overall", SurveyDimension.Overall, "How satisfied are you with our service as a whole? 您对本次服务总体是否满意？"),
            Rated("attitude", SurveyDimension.Attitude, "How did our people treat you? 服务人员的态度如何？"),
            Rated("speed", SurveyDimension.ResponseSpeed, "How soon did we answer and come? 我们的响应速度如何？"),
            Rated("effect", SurveyDimension.Effect, "Is your problem solved? 您的问题解决了吗？"),
            Rated("skill", SurveyDimension.Skill, "How well did the technician know the trade? 技术人员的专业水平如何？"),
            Rated("product", SurveyDimension.ProductQuality, "How satisfied are you with the product itself? 您对产品本身是否满意？"),
            SurveyQuestion.FreeText("words").Worded("What else would you like to tell us? 您还有什么想说的？"),
        ]).OpenForAtMost(Duration.FromDays(21));

    private static SurveyQuestion Rated(string name, SurveyDimension dimension, string wording) =>
        SurveyQuestion.Rating(name, dimension, AnswerScale.OneToFive).Worded(wording);
}
