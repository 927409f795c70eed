namespace AfterSales.Domain.Satisfaction;

/// <summary>Numbers the groups whose times are compared: channel and number of given ratings.</summary>
internal sealed class TimeGroups
{
    private readonly List<(string Channel, int Length)> _groups = [];
    private readonly Dictionary<string, int[]> _numbersByLength = new(StringComparer.Ordinal);

    internal int Count => _groups.Count;

    internal (string Channel, int Length) this[int number] => _groups[number];

    /// <summary>The number of a group, or −1.</summary>
    internal int NumberOf(string channel, int length) =>
        length <= Survey.MaximumQuestions && _numbersByLength.TryGetValue(channel, out int[]? numbers) ? numbers[length] - 1 : -1;

    internal int Add(string channel, int length)
    {
        if (!_numbersByLength.TryGetValue(channel, out int[]? numbers))
        {
            numbers = new int[Survey.MaximumQuestions + 1];
            _numbersByLength.Add(channel, numbers);
        }

        _groups.Add((channel, length));
        numbers[length] = _groups.Count;
        return _groups.Count - 1;
    }

    internal TimeGroups Copy()
    {
        TimeGroups copy = new();
        foreach ((string channel, int length) in _groups)
        {
            copy.Add(channel, length);
        }

        return copy;
    }
}
