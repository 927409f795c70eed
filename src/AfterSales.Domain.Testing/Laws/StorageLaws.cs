using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Testing;

/// <summary>Saving and loading changes nothing.</summary>
internal static class StorageLaws
{
    internal static string? TrackersSurvive(TrackedHistory one)
    {
        SlaTracker tracker = one.Policy.StartTracking();
        foreach (SlaEvent happened in one.History.Events)
        {
            tracker = SlaTracker.From(SlaTrackerDocument.Read(SlaTrackerDocument.Write(tracker)).Value, one.Policy);
            tracker.Apply(happened);
        }

        string saved = SlaPictures.Of(tracker.Report(one.AsOf));
        string straight = SlaPictures.Of(one.Track());
        return string.Equals(saved, straight, StringComparison.Ordinal) ? null : $"saved and loaded {saved}\nwithout          {straight}";
    }

    internal static string? DocumentsSurvive(TrackedHistory one)
    {
        SlaPolicy policy = SlaPolicyDocument.Read(SlaPolicyDocument.Write(one.Policy)).Value;
        SlaHistory history = SlaHistoryDocument.Read(SlaHistoryDocument.Write(one.History)).Value;
        string read = SlaPictures.Of(policy.Track(history, one.AsOf));
        string original = SlaPictures.Of(one.Track());
        return string.Equals(read, original, StringComparison.Ordinal) ? null : $"read back {read}\noriginal  {original}";
    }
}
