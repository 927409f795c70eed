using System.Text.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>The windows, limits and counts of a lifecycle; what is absent is the standard.</summary>
internal static class TermsForm
{
    private static readonly (string Word, Severity? Value)[] Classes = [("general", Severity.General), ("important", Severity.Important), ("urgent", Severity.Urgent)];

    private static readonly Func<DocumentNode, Severity?> MajorFrom = Forms.Word(Classes);

    internal static LifecycleTerms Read(DocumentNode node)
    {
        LifecycleTerms standard = LifecycleTerms.Standard;
        ObjectReader terms = new(node);
        Duration reopen = terms.Optional("reopenWindow", Forms.Span(Duration.Zero), standard.ReopenWindow);
        Duration silence = terms.Optional("silenceWindow", Forms.Span(Duration.Zero), standard.SilenceWindow);
        Duration repeat = terms.Optional("repeatWindow", Forms.Span(Duration.Zero), standard.RepeatWindow);
        Duration late = terms.Optional("lateReports", Forms.Span(Duration.Zero), standard.LateReports);
        int reminders = terms.Optional("remindersBeforeGivingUp", Forms.WholeNumber(0, int.MaxValue), standard.RemindersBeforeGivingUp);
        int reopens = terms.Optional("reopensBeforeRaising", Forms.WholeNumber(0, int.MaxValue), standard.ReopensBeforeRaising);
        int level = terms.Optional("highestLevel", Forms.WholeNumber(1, int.MaxValue), standard.HighestLevel);
        decimal? major = terms.Optional("majorRemedyAbove", TicketForms.OptionalAmount, standard.MajorRemedyAbove);
        Severity? from = terms.Optional("majorRemedyFrom", MajorFrom, standard.MajorRemedyFrom);
        return terms.Build(() => standard.ReopenableFor(reopen).ClosedBySilenceAfter(silence).RepeatedWithin(repeat).ReportedLateWithin(late)
            .GivingUpAfter(reminders).RaisedAfterReopening(reopens).AppealedUpTo(level).ApprovingRemediesAbove(major)
            .ApprovingRemediesFrom(from)) ?? standard;
    }

    internal static void Write(Utf8JsonWriter json, LifecycleTerms terms)
    {
        json.WriteStartObject();
        json.WriteString("reopenWindow", IsoDuration.Write(terms.ReopenWindow));
        json.WriteString("silenceWindow", IsoDuration.Write(terms.SilenceWindow));
        json.WriteString("repeatWindow", IsoDuration.Write(terms.RepeatWindow));
        json.WriteString("lateReports", IsoDuration.Write(terms.LateReports));
        json.WriteNumber("remindersBeforeGivingUp", terms.RemindersBeforeGivingUp);
        json.WriteNumber("reopensBeforeRaising", terms.ReopensBeforeRaising);
        json.WriteNumber("highestLevel", terms.HighestLevel);
        if (terms.MajorRemedyAbove is { } limit)
        {
            json.WriteNumber("majorRemedyAbove", limit);
        }

        if (terms.MajorRemedyFrom is { } severity)
        {
            json.WriteString("majorRemedyFrom", Classes.First(one => one.Value == severity).Word);
        }

        json.WriteEndObject();
    }
}
