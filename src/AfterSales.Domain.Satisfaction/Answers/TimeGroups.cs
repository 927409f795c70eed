namespace AfterSales.Domain.Satisfaction;

/// <summary>Numbers the groups whose times are compared: channel and number of given ratings. There are few channels, so they are searched one by one.</summary>
internal sealed class TimeGroups
{
    private readonly List<(string Channel, int Length)> _groups = [];
    private readonly List<(string Channel, int[] NumberByLength)> _channels = [];

    internal int Count => _groups.Count;

    internal (string Channel, int Length) this[int number] => _groups[number];

    /// <summary>The number of a group, or −1.</summary>
    internal int NumberOf(string channel, int length)
    {
        foreach ((string name, int[] numbers) in _channels)
        {
            if (string.Equals(name, channel, StringComparison.Ordinal))
            {
                return length <= Survey.MaximumQuestions ? numbers[length] - 1 : -1;
            }
        }

        return -1;
    }

    internal int Add(string channel, int length)
    {
        int at = _channels.FindIndex(known => string.Equals(known.Channel, channel, StringComparison.Ordinal));
        if (at < 0)
        {
            at = _channels.Count;
            _channels.Add((channel, new int[Survey.MaximumQuestions + 1]));
        }

        _groups.Add((channel, length));
        _channels[at].NumberByLength[length] = _groups.Count;
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
