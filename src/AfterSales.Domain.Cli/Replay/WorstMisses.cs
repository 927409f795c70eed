namespace AfterSales.Domain.Cli.Replay;

/// <summary>The latest of all misses, at most a given number; equal ones in the order of the file.</summary>
internal sealed class WorstMisses(int most)
{
    private readonly List<MissedCycle> _worst = [];

    internal IReadOnlyList<MissedCycle> Worst => _worst;

    internal void Add(MissedCycle miss)
    {
        int place = _worst.FindIndex(other => Comes(miss, other));
        place = place < 0 ? _worst.Count : place;
        if (place >= most)
        {
            return;
        }

        _worst.Insert(place, miss);
        if (_worst.Count > most)
        {
            _worst.RemoveAt(most);
        }
    }

    private static bool Comes(MissedCycle one, MissedCycle before) =>
        one.State.LateBy > before.State.LateBy || (one.State.LateBy == before.State.LateBy && one.Line < before.Line);
}
