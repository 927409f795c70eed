using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>One questionnaire that came back: who answered what about which ticket, and when.</summary>
/// <remarks>
/// Carries ids, no personal data. Equality is by reference; <see cref="Id"/> identifies it. Anything may come back, so ratings may be missing or off their scale:
/// cleaning labels that. This type is immutable and thread-safe.
/// </remarks>
public sealed class SurveyResponse
{
    private const int Missing = int.MinValue;
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly int[] _ratings;

    /// <summary>Makes a response to the current version of the survey.</summary>
    /// <param name="id">The response's own id: 1 to 128 characters, not only white space.</param>
    /// <param name="ticket">The ticket's id, likewise.</param>
    /// <param name="answeredAt">When it was sent in.</param>
    /// <param name="ratings">One for each of <see cref="Survey.RatedQuestions"/>, in that order, as the customer chose it; null where nothing was chosen, for which <see cref="int.MinValue"/> stands too.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An id is empty, only white space, or longer than 128 characters; or there are more than 200 ratings.</exception>
    public SurveyResponse(string id, string ticket, Instant answeredAt, IEnumerable<int?> ratings)
    {
        Id = Identifier(id, nameof(id));
        Ticket = Identifier(ticket, nameof(ticket));
        ArgumentNullException.ThrowIfNull(ratings);
        AnsweredAt = answeredAt;
        _ratings = [.. ratings.Select(rating => rating ?? Missing)];
        if (_ratings.Length > Survey.MaximumQuestions)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {_ratings.Length} ratings; at most {Survey.MaximumQuestions} are allowed."), nameof(ratings));
        }

        Respondent = "";
        Channel = "";
        Texts = Nothing;
        Attributes = Nothing;
    }

    private SurveyResponse(SurveyResponse other)
    {
        Id = other.Id;
        Ticket = other.Ticket;
        AnsweredAt = other.AnsweredAt;
        _ratings = other._ratings;
        Respondent = other.Respondent;
        Channel = other.Channel;
        Version = other.Version;
        SentAt = other.SentAt;
        TimeTaken = other.TimeTaken;
        FollowUpRound = other.FollowUpRound;
        IsTest = other.IsTest;
        Texts = other.Texts;
        Attributes = other.Attributes;
    }

    /// <summary>Gets the response's own id.</summary>
    public string Id { get; }

    /// <summary>Gets the ticket's id.</summary>
    public string Ticket { get; }

    /// <summary>Gets when it was sent in.</summary>
    public Instant AnsweredAt { get; }

    /// <summary>Gets the id of the customer; empty when a ticket has only one.</summary>
    public string Respondent { get; private init; }

    /// <summary>Gets the channel; empty when not known.</summary>
    public string Channel { get; private init; }

    /// <summary>Gets the version of the survey that was answered, or null for the current one.</summary>
    public int? Version { get; private init; }

    /// <summary>Gets when the survey was sent, or null when not known.</summary>
    public Instant? SentAt { get; private init; }

    /// <summary>Gets how long filling it in took, or null when not known.</summary>
    public Duration? TimeTaken { get; private init; }

    /// <summary>Gets after which round of follow-up it was asked: 0 for the first answer, which feeds the scores; from 1 on it feeds the recovery rate.</summary>
    public int FollowUpRound { get; private init; }

    /// <summary>Gets whether it was made by staff or as a test.</summary>
    public bool IsTest { get; private init; }

    /// <summary>Gets the answers to free-text questions by the question's name.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private init; }

    /// <summary>Gets what the answers may be grouped by: customer type, service type, region, technician.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; private init; }

    /// <summary>Gets the ratings as the customer chose them; null where nothing was chosen.</summary>
    public IReadOnlyList<int?> Ratings => [.. _ratings.Select(rating => rating == Missing ? (int?)null : rating)];

    internal ReadOnlySpan<int> RawRatings => _ratings;

    /// <summary>Returns the response with the customer who gave it, where a ticket has several.</summary>
    /// <param name="respondent">The customer's id: 1 to 128 characters, not only white space.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="respondent"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="respondent"/> is empty, only white space, or longer than 128 characters.</exception>
    public SurveyResponse From(string respondent) => new(this) { Respondent = Identifier(respondent, nameof(respondent)) };

    /// <summary>Returns the response with its channel.</summary>
    /// <param name="channel">1 to 64 characters of a–z, 0–9 and '-': "web", "phone".</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="channel"/> is no name.</exception>
    public SurveyResponse Via(string channel) => new(this) { Channel = NameRule.Checked(channel, "channel", nameof(channel)) };

    /// <summary>Returns the response as one to a version of the survey.</summary>
    /// <param name="version">From 1.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is below 1.</exception>
    public SurveyResponse ToVersion(int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return new SurveyResponse(this) { Version = version };
    }

    /// <summary>Returns the response with when the survey was sent.</summary>
    /// <param name="sentAt">When.</param>
    /// <returns>The changed copy.</returns>
    public SurveyResponse Sent(Instant sentAt) => new(this) { SentAt = sentAt };

    /// <summary>Returns the response with how long it took.</summary>
    /// <param name="time">Not negative.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public SurveyResponse Taking(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        return new SurveyResponse(this) { TimeTaken = time };
    }

    /// <summary>Returns the response as one that was asked again after a follow-up (R21).</summary>
    /// <param name="round">Which round of follow-up; from 1 to 100.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="round"/> lies outside 1 to 100.</exception>
    public SurveyResponse AfterFollowUp(int round)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(round, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(round, 100);
        return new SurveyResponse(this) { FollowUpRound = round };
    }

    /// <summary>Returns the response as one by staff or made as a test.</summary>
    /// <returns>The changed copy.</returns>
    public SurveyResponse AsTest() => new(this) { IsTest = true };

    /// <summary>Returns the response with the answer to a free-text question.</summary>
    /// <param name="question">The question's name.</param>
    /// <param name="text">The customer's words, at most 10,000 characters.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="question"/> is no name, or <paramref name="text"/> is longer.</exception>
    public SurveyResponse Saying(string question, string text)
    {
        NameRule.Checked(question, "survey question", nameof(question));
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= 10_000
            ? new SurveyResponse(this) { Texts = With(Texts, question, text) }
            : throw new ArgumentException(FormattableString.Invariant($"The text has {text.Length} characters; at most 10,000 are allowed."), nameof(text));
    }

    /// <summary>Returns the response with something it may be grouped by (R25, R28).</summary>
    /// <param name="attribute">1 to 64 characters of a–z, 0–9 and '-': "customer-type", "technician".</param>
    /// <param name="value">The group, 1 to 128 characters.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="attribute"/> is no name, or <paramref name="value"/> is empty, only white space, or longer.</exception>
    public SurveyResponse With(string attribute, string value)
    {
        NameRule.Checked(attribute, "attribute", nameof(attribute));
        return new SurveyResponse(this) { Attributes = With(Attributes, attribute, Identifier(value, nameof(value))) };
    }

    /// <summary>Returns the ids, as in "response A-17 to ticket T-4711".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"response {Id} to ticket {Ticket}";

    internal static bool IsMissing(int rating) => rating == Missing;

    private static string Identifier(string value, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, parameterName);
        return value.Length <= 128
            ? value
            : throw new ArgumentException(FormattableString.Invariant($"The text has {value.Length} characters; at most 128 are allowed."), parameterName);
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> pairs, string key, string value)
    {
        Dictionary<string, string> changed = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> pair in pairs)
        {
            changed[pair.Key] = pair.Value;
        }

        changed[key] = value;
        return changed;
    }
}
