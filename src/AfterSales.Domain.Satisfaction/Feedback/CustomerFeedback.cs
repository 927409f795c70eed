using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>What a customer said: words, and ratings by dimension.</summary>
/// <remarks>Equality is by reference. This type is immutable.</remarks>
public sealed class CustomerFeedback
{
    /// <summary>Makes feedback.</summary>
    /// <param name="ticket">The ticket's id; not only white space.</param>
    /// <param name="receivedAt">When it came in.</param>
    /// <param name="words">The customer's words; may be empty.</param>
    /// <param name="ratings">Ratings from 0 (worst) to 100 (best) by dimension; may be none.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="ticket"/> is empty or only white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rating lies outside 0 to 100.</exception>
    public CustomerFeedback(string ticket, Instant receivedAt, string words, IEnumerable<KeyValuePair<SurveyDimension, double>> ratings)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ticket);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(ratings);
        Ticket = ticket;
        ReceivedAt = receivedAt;
        Words = words;
        Dictionary<SurveyDimension, double> lowest = [];
        foreach (KeyValuePair<SurveyDimension, double> rating in ratings)
        {
            if (!(rating.Value >= 0 && rating.Value <= 100))
            {
                throw new ArgumentOutOfRangeException(nameof(ratings), rating.Value, "Allowed are ratings from 0 to 100.");
            }

            lowest[rating.Key] = lowest.TryGetValue(rating.Key, out double other) ? Math.Min(other, rating.Value) : rating.Value;
        }

        Ratings = lowest;
    }

    /// <summary>Gets the ticket's id.</summary>
    public string Ticket { get; }

    /// <summary>Gets when it came in.</summary>
    public Instant ReceivedAt { get; }

    /// <summary>Gets the customer's words.</summary>
    public string Words { get; }

    /// <summary>Gets the ratings from 0 to 100; of several for one dimension the lowest.</summary>
    public IReadOnlyDictionary<SurveyDimension, double> Ratings { get; }

    /// <summary>Reads feedback from a response: all its words, and its ratings moved to 0 to 100.</summary>
    /// <param name="survey">The survey that was answered.</param>
    /// <param name="response">The response; numbers off their scale are passed over.</param>
    /// <returns>The feedback.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CustomerFeedback From(Survey survey, SurveyResponse response)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(response);
        List<KeyValuePair<SurveyDimension, double>> ratings = [];
        ReadOnlySpan<int> raw = response.RawRatings;
        for (int i = 0; i < Math.Min(raw.Length, survey.RatedQuestions.Count); i++)
        {
            AnswerScale scale = survey.RatedQuestions[i].Scale!;
            if (scale.Contains(raw[i]))
            {
                double points = 100.0 * (scale.Upright(raw[i]) - scale.Minimum) / (scale.Maximum - scale.Minimum);
                ratings.Add(new KeyValuePair<SurveyDimension, double>(survey.RatedQuestions[i].Dimension, points));
            }
        }

        string words = string.Join("\n", response.Texts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));
        return new CustomerFeedback(response.Ticket, response.AnsweredAt, words, ratings);
    }

    /// <summary>Returns ticket and words.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Ticket}: \"{Words}\"";
}
