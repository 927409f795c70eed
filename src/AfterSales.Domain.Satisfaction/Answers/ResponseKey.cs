namespace AfterSales.Domain.Satisfaction;

/// <summary>Whose answer to what: of several with one key, one counts. Answers after a follow-up are apart from first answers.</summary>
internal readonly struct ResponseKey : IEquatable<ResponseKey>
{
    private readonly string _ticket;
    private readonly string _respondent;
    private readonly bool _isFollowUp;

    internal ResponseKey(SurveyResponse response)
    {
        _ticket = response.Ticket;
        _respondent = response.Respondent;
        _isFollowUp = response.FollowUpRound > 0;
    }

    internal ResponseKey(LearntAnswer learnt)
    {
        _ticket = learnt.Ticket;
        _respondent = learnt.Respondent;
        _isFollowUp = learnt.FollowUpRound > 0;
    }

    internal string Ticket => _ticket;

    internal string Respondent => _respondent;

    public bool Equals(ResponseKey other) =>
        string.Equals(_ticket, other._ticket, StringComparison.Ordinal) && string.Equals(_respondent, other._respondent, StringComparison.Ordinal)
        && _isFollowUp == other._isFollowUp;

    public override bool Equals(object? obj) => obj is ResponseKey other && Equals(other);

    public override int GetHashCode()
    {
        int hash = StringComparer.Ordinal.GetHashCode(_ticket);
        if (_respondent.Length > 0)
        {
            hash = unchecked((hash * 31) + StringComparer.Ordinal.GetHashCode(_respondent));
        }

        return _isFollowUp ? ~hash : hash;
    }
}
