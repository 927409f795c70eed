namespace AfterSales.Domain.Requests;

/// <summary>Which requests a rule is for: data that can be evaluated, printed, compared and multiplied out.</summary>
/// <remarks>
/// A closed set: every request (<see cref="Any"/>), a value out of a set in one dimension (<see cref="OneOfCondition"/>), an open value that is given
/// at all (<see cref="GivenCondition"/>), all of some conditions, any of some, and the opposite of one. Two conditions are equal when they are
/// built alike: sets of values compare without order, parts of <c>&amp;</c> and <c>|</c> in order. <c>ToString</c> says it in plain words; the format
/// "zh" in Simplified Chinese. This type is immutable and safe for use by several threads.
/// </remarks>
public abstract class RequestCondition : IEquatable<RequestCondition>, IFormattable
{
    private protected RequestCondition()
    {
    }

    /// <summary>Gets the condition that every request meets.</summary>
    public static RequestCondition Any { get; } = new AnyCondition();

    /// <summary>Gets each dimension that the condition looks at, once, with the values that it mentions, in the order in which they are first mentioned.</summary>
    public IReadOnlyList<DimensionMention> Dimensions => DimensionsOf([this]);

    /// <summary>Gets how strongly the condition binds in words: a part that binds less than its surroundings stands in brackets.</summary>
    private protected abstract bool IsCompound { get; }

    /// <summary>Returns the condition that a request is of one of these kinds.</summary>
    /// <param name="kinds">At least one.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="kinds"/> is empty or holds a number that is not one of the enumeration.</exception>
    public static RequestCondition Kind(params RequestKind[] kinds) =>
        Numbers(RequestDimension.Kind, kinds?.Select(one => (int)one), nameof(kinds));

    /// <summary>Returns the condition that a request has one of these severities.</summary>
    /// <param name="severities">At least one.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="severities"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="severities"/> is empty or holds a number that is not one of the enumeration.</exception>
    public static RequestCondition Severity(params Severity[] severities) =>
        Numbers(RequestDimension.Severity, severities?.Select(one => (int)one), nameof(severities));

    /// <summary>Returns the condition that a request has one of these priorities.</summary>
    /// <param name="priorities">At least one.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="priorities"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="priorities"/> is empty or holds a number that is not one of the enumeration.</exception>
    public static RequestCondition Priority(params Priority[] priorities) =>
        Numbers(RequestDimension.Priority, priorities?.Select(one => (int)one), nameof(priorities));

    /// <summary>Returns the condition that a request came in by one of these channels.</summary>
    /// <param name="channels">At least one.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channels"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="channels"/> is empty or holds a number that is not one of the enumeration.</exception>
    public static RequestCondition Channel(params Channel[] channels) =>
        Numbers(RequestDimension.Channel, channels?.Select(one => (int)one), nameof(channels));

    /// <summary>Returns the condition that the site lies in one of these localities.</summary>
    /// <param name="localities">At least one.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="localities"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="localities"/> is empty or holds a number that is not one of the enumeration.</exception>
    public static RequestCondition Locality(params Locality[] localities) =>
        Numbers(RequestDimension.Locality, localities?.Select(one => (int)one), nameof(localities));

    /// <summary>Returns the condition that a request has one of these warranty statuses.</summary>
    /// <param name="statuses">At least one.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="statuses"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="statuses"/> is empty or holds a number that is not one of the enumeration.</exception>
    public static RequestCondition Warranty(params WarrantyStatus[] statuses) =>
        Numbers(RequestDimension.Warranty, statuses?.Select(one => (int)one), nameof(statuses));

    /// <summary>Returns the condition that feedback is about one of these.</summary>
    /// <param name="classes">At least one.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classes"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="classes"/> is empty or holds a number that is not one of the enumeration.</exception>
    public static RequestCondition FeedbackClass(params FeedbackClass[] classes) =>
        Numbers(RequestDimension.FeedbackClass, classes?.Select(one => (int)one), nameof(classes));

    /// <summary>Returns the condition that the customer is of one of these tiers.</summary>
    /// <param name="tiers">At least one text of 1 to 256 characters.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tiers"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="tiers"/> is empty or holds a text that is not allowed.</exception>
    public static RequestCondition Tier(params string[] tiers) => OneOf(RequestDimension.Tier, tiers);

    /// <summary>Returns the condition that the customer speaks one of these languages.</summary>
    /// <param name="languages">At least one.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languages"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="languages"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">One of the languages is the default value.</exception>
    public static RequestCondition Language(params SpokenLanguage[] languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        return OneOf(RequestDimension.Language, languages.Select(language => language.Name));
    }

    /// <summary>Returns the condition that the site lies in one of these regions.</summary>
    /// <param name="regions">At least one text of 1 to 256 characters.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="regions"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="regions"/> is empty or holds a text that is not allowed.</exception>
    public static RequestCondition Region(params string[] regions) => OneOf(RequestDimension.Region, regions);

    /// <summary>Returns the condition that a request is about one of these product lines.</summary>
    /// <param name="productLines">At least one text of 1 to 256 characters.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="productLines"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="productLines"/> is empty or holds a text that is not allowed.</exception>
    public static RequestCondition ProductLine(params string[] productLines) => OneOf(RequestDimension.ProductLine, productLines);

    /// <summary>Returns the condition that an open attribute has one of these values.</summary>
    /// <param name="name">The attribute: 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="values">At least one text of 1 to 256 characters.</param>
    /// <returns>The condition; a request without the attribute does not meet it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/>, <paramref name="values"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">The name or a value is not allowed, or there is no value.</exception>
    public static RequestCondition Attribute(string name, params string[] values) => OneOf(RequestDimension.Attribute(name), values);

    /// <summary>Returns the condition that a dimension has one of these values, by their names in documents.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="values">At least one of its values.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException">An argument or a value is null.</exception>
    /// <exception cref="ArgumentException">There is no value, or one that the dimension does not have.</exception>
    public static RequestCondition OneOf(RequestDimension dimension, IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        ArgumentNullException.ThrowIfNull(values);
        string[] given = [.. values.Select(value => dimension.Checked(value, nameof(values)))];
        return given.Length > 0
            ? new OneOfCondition(dimension, given)
            : throw new ArgumentException($"A condition on {dimension} needs at least one value.", nameof(values));
    }

    /// <summary>Returns the condition that an open dimension has a value at all.</summary>
    /// <param name="dimension">An open dimension: tier, language, region, product line or an attribute.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dimension"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="dimension"/> is finite: there, "unknown" is a value.</exception>
    public static RequestCondition Given(RequestDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return dimension.IsFinite
            ? throw new ArgumentException($"{dimension} always has a value, if only \"unknown\"; allowed are tier, language, region, product-line and attributes.", nameof(dimension))
            : new GivenCondition(dimension);
    }

    /// <summary>Returns the condition that all of these hold.</summary>
    /// <param name="parts">The conditions; parts that are themselves such a list are taken in one by one, <see cref="Any"/> is left out.</param>
    /// <returns>The condition; <see cref="Any"/> for none, the part itself for one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or one of them is null.</exception>
    public static RequestCondition All(IEnumerable<RequestCondition> parts)
    {
        RequestCondition[] flat = [.. Checked(parts)
            .SelectMany(part => part is AllCondition all ? all.Parts : [part])
            .Where(part => part is not AnyCondition)];
        return flat.Length switch { 0 => Any, 1 => flat[0], _ => new AllCondition(flat) };
    }

    /// <summary>Returns the condition that at least one of these holds.</summary>
    /// <param name="parts">At least one condition; parts that are themselves such a list are taken in one by one.</param>
    /// <returns>The condition; <see cref="Any"/> when one part is, the part itself for one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="parts"/> is empty.</exception>
    public static RequestCondition AnyOf(IEnumerable<RequestCondition> parts)
    {
        RequestCondition[] flat = [.. Checked(parts).SelectMany(part => part is AnyOfCondition any ? any.Parts : [part])];
        return flat.Length switch
        {
            0 => throw new ArgumentException("No request meets one of no conditions; at least one is needed.", nameof(parts)),
            1 => flat[0],
            _ => Array.Exists(flat, part => part is AnyCondition) ? Any : new AnyOfCondition(flat),
        };
    }

    /// <summary>Returns the condition that another does not hold.</summary>
    /// <param name="condition">The other condition.</param>
    /// <returns>The opposite; of an opposite, the original.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public static RequestCondition Not(RequestCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition is NotCondition not ? not.Part : new NotCondition(condition);
    }

    /// <summary>Gets each dimension that some conditions look at, once, with the values that they mention together.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <returns>The dimensions, in the order in which they are first mentioned.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="conditions"/> or one of them is null.</exception>
    public static IReadOnlyList<DimensionMention> DimensionsOf(IEnumerable<RequestCondition> conditions) =>
        [.. Checked(conditions, nameof(conditions))
            .SelectMany(condition => condition.Leaves())
            .GroupBy(leaf => leaf.Dimension)
            .Select(group => new DimensionMention(group.Key, group.SelectMany(leaf => leaf.Values), group.Any(leaf => leaf.TestsPresence)))];

    /// <summary>Returns the condition that both hold; as <see cref="All"/>.</summary>
    public static RequestCondition operator &(RequestCondition left, RequestCondition right) => All([left, right]);

    /// <summary>Returns the condition that at least one of both holds; as <see cref="AnyOf"/>.</summary>
    public static RequestCondition operator |(RequestCondition left, RequestCondition right) => AnyOf([left, right]);

    /// <summary>Returns the condition that this does not hold; as <see cref="Not"/>.</summary>
    public static RequestCondition operator !(RequestCondition condition) => Not(condition);

    /// <summary>Says whether a request meets the condition.</summary>
    /// <param name="request">The request.</param>
    /// <returns>True when it does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public bool Matches(ServiceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Holds(request);
    }

    /// <summary>Finds the first part that a request does not meet.</summary>
    /// <param name="request">The request.</param>
    /// <returns>
    /// Null exactly when the request meets the condition; else the first part of an <c>&amp;</c> that failed, an <c>|</c> of which every part failed, or
    /// the <c>!</c> whose part held.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public RequestCondition? FirstFailure(ServiceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Failure(request);
    }

    /// <inheritdoc/>
    public abstract bool Equals(RequestCondition? other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RequestCondition);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>Returns the condition in plain English words: "severity urgent and same city".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(format: null, formatProvider: null);

    /// <summary>Returns the condition in plain words.</summary>
    /// <param name="format">"en" or nothing for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: the text is the same in every culture.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another text.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => Words(TextLanguage.IsChinese(format));

    internal abstract bool Holds(ServiceRequest request);

    internal abstract string Words(bool chinese);

    internal abstract IEnumerable<ConditionLeaf> Leaves();

    internal string WordsAsPart(bool chinese) => IsCompound ? chinese ? $"（{Words(chinese)}）" : $"({Words(chinese)})" : Words(chinese);

    private protected virtual RequestCondition? Failure(ServiceRequest request) => Holds(request) ? null : this;

    private static OneOfCondition Numbers(RequestDimension dimension, IEnumerable<int>? numbers, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(numbers, parameterName);
        int[] given = [.. numbers];
        if (given.Length == 0)
        {
            throw new ArgumentException($"A condition on {dimension} needs at least one value.", parameterName);
        }

        return Array.TrueForAll(given, number => number >= 0 && number < dimension.Values.Count)
            ? new OneOfCondition(dimension, given.Select(number => dimension.Values[number]))
            : throw new ArgumentException($"A number is not a value of {dimension}: allowed are {string.Join(", ", dimension.Values)}.", parameterName);
    }

    private static RequestCondition[] Checked(IEnumerable<RequestCondition> parts, string parameterName = "parts")
    {
        ArgumentNullException.ThrowIfNull(parts, parameterName);
        RequestCondition[] given = [.. parts];
        return Array.Exists(given, part => part is null) ? throw new ArgumentNullException(parameterName, "One of the conditions is null.") : given;
    }
}
