using System.Globalization;

namespace AfterSales.Domain.Requests;

/// <summary>One respect in which requests differ and by which rules tell them apart: severity, channel, region, an open attribute.</summary>
/// <remarks>
/// Values are texts as they stand in documents ("urgent", "same-city", "1"). A finite dimension lists all of its values; an open one takes any text of
/// 1 to 256 characters (a language: a name of a–z, 0–9 and '-'). Two dimensions are equal when they read the same property or the same attribute.
/// This type is immutable and safe for use by several threads.
/// </remarks>
public sealed class RequestDimension : IEquatable<RequestDimension>, IFormattable
{
    private readonly FiniteValues _finite;
    private readonly string _english;
    private readonly string _chinese;

    private RequestDimension(DimensionId id, string name, string english, string chinese, FiniteValues finite)
    {
        Id = id;
        Name = name;
        _english = english;
        _chinese = chinese;
        _finite = finite;
        Values = Array.AsReadOnly(finite.Codes);
        Ranking = Array.AsReadOnly(finite.Ranking);
    }

    /// <summary>Gets what is asked for: <see cref="RequestKind"/>.</summary>
    public static RequestDimension Kind { get; } = new(DimensionId.Kind, "kind", "", "", FiniteValues.Kind);

    /// <summary>Gets the class of the problem, ordered from general to urgent: <see cref="Requests.Severity"/>.</summary>
    public static RequestDimension Severity { get; } = new(DimensionId.Severity, "severity", "severity ", "严重程度", FiniteValues.Severity);

    /// <summary>Gets the four-level priority, ordered from 4 to 1: <see cref="Requests.Priority"/>.</summary>
    public static RequestDimension Priority { get; } = new(DimensionId.Priority, "priority", "priority ", "优先级", FiniteValues.Priority);

    /// <summary>Gets the way the request came in: <see cref="Requests.Channel"/>.</summary>
    public static RequestDimension Channel { get; } = new(DimensionId.Channel, "channel", "channel ", "渠道", FiniteValues.Channel);

    /// <summary>Gets where the site lies, ordered from far to near: <see cref="Requests.Locality"/>.</summary>
    public static RequestDimension Locality { get; } = new(DimensionId.Locality, "locality", "", "", FiniteValues.Locality);

    /// <summary>Gets whether the warranty covers the request: <see cref="WarrantyStatus"/>.</summary>
    public static RequestDimension Warranty { get; } = new(DimensionId.Warranty, "warranty", "", "", FiniteValues.Warranty);

    /// <summary>Gets what feedback is about: <see cref="Requests.FeedbackClass"/>.</summary>
    public static RequestDimension FeedbackClass { get; } =
        new(DimensionId.FeedbackClass, "feedback-class", "feedback on ", "反馈类别", FiniteValues.FeedbackClass);

    /// <summary>Gets the customer's tier, an open dimension.</summary>
    public static RequestDimension Tier { get; } = new(DimensionId.Tier, "tier", "tier ", "客户等级", FiniteValues.None);

    /// <summary>Gets the customer's language or dialect, an open dimension of names: <see cref="SpokenLanguage"/>.</summary>
    public static RequestDimension Language { get; } = new(DimensionId.Language, "language", "language ", "语言", FiniteValues.None);

    /// <summary>Gets the region, an open dimension.</summary>
    public static RequestDimension Region { get; } = new(DimensionId.Region, "region", "region ", "地区", FiniteValues.None);

    /// <summary>Gets the product line, an open dimension.</summary>
    public static RequestDimension ProductLine { get; } = new(DimensionId.ProductLine, "product-line", "product line ", "产品线", FiniteValues.None);

    /// <summary>Gets every dimension that is not an attribute: the finite ones first, in the order of this page.</summary>
    public static IReadOnlyList<RequestDimension> WellKnown { get; } = Array.AsReadOnly<RequestDimension>(
        [Kind, Severity, Priority, Channel, Locality, Warranty, FeedbackClass, Tier, Language, Region, ProductLine]);

    /// <summary>Gets the name as it stands in documents; an attribute's own name for an attribute.</summary>
    public string Name { get; }

    /// <summary>Gets whether this is an open attribute of the host.</summary>
    public bool IsAttribute => Id == DimensionId.Attribute;

    /// <summary>Gets whether <see cref="Values"/> lists every value there is.</summary>
    public bool IsFinite => Id <= DimensionId.FeedbackClass;

    /// <summary>Gets every value of a finite dimension, "unknown" first; empty for an open one.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Gets whether some values ask for more than others: severity, priority and locality do.</summary>
    public bool IsOrdered => _finite.Ranking.Length > 0;

    /// <summary>
    /// Gets the values from the least to the most demanding: general, important, urgent; 4, 3, 2, 1; cross-region, same-city. "unknown" has no rank and is
    /// not among them. Empty when the dimension has no order.
    /// </summary>
    public IReadOnlyList<string> Ranking { get; }

    internal DimensionId Id { get; }

    /// <summary>Makes the dimension of an open attribute.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The dimension; not equal to a well-known one of the same name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static RequestDimension Attribute(string name)
    {
        NameRule.Checked(name, "request attribute", nameof(name));
        return new RequestDimension(DimensionId.Attribute, name, $"{name} ", $"{name} ", FiniteValues.None);
    }

    /// <summary>Finds the well-known dimension of a name.</summary>
    /// <param name="name">The name, as in <see cref="WellKnown"/>; any other text finds nothing.</param>
    /// <returns>The dimension, or null when no well-known one has this name.</returns>
    public static RequestDimension? Find(string? name) => WellKnown.FirstOrDefault(dimension => string.Equals(dimension.Name, name, StringComparison.Ordinal));

    /// <summary>Says how much a value asks for, from 0 (least demanding) upwards: its place in <see cref="Ranking"/>.</summary>
    /// <param name="value">A value; any text is allowed.</param>
    /// <returns>The rank, or null for "unknown", for other texts and in a dimension without an order.</returns>
    public int? RankOf(string? value)
    {
        int rank = Array.IndexOf(_finite.Ranking, value);
        return rank < 0 ? null : rank;
    }

    /// <summary>Reads the value of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The value; "unknown" in a finite dimension and null in an open one when the request does not give it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public string? ValueOf(ServiceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return IsFinite ? _finite.Codes[request.NumberOf(Id)] : request.TextOf(Id, Name);
    }

    /// <summary>Says whether a text can be a value here.</summary>
    /// <param name="value">The text.</param>
    /// <returns>True for one of <see cref="Values"/>; in an open dimension for 1 to 256 characters that are not only white space (a language: a name).</returns>
    public bool Allows(string? value) => IsFinite
        ? value is not null && _finite.NumberOf(value) >= 0
        : Id == DimensionId.Language ? NameRule.IsName(value) : !string.IsNullOrWhiteSpace(value) && value!.Length <= RequestText.MaximumLength;

    /// <summary>Says a value in plain words: "severity urgent", "same city", "region Pudong"; in Chinese "严重程度紧急", "同城".</summary>
    /// <param name="value">The value; null means that it is not given.</param>
    /// <param name="format">"en" or nothing for English, "zh" for Simplified Chinese.</param>
    /// <returns>The words.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not one of this dimension; the message says what is allowed.</exception>
    /// <exception cref="FormatException"><paramref name="format"/> is another text.</exception>
    public string Describe(string? value, string? format)
    {
        bool chinese = TextLanguage.IsChinese(format);
        return value is null && !IsFinite
            ? (chinese ? _chinese : _english) + (chinese ? "未给出" : "not given")
            : Words([Checked(value!, nameof(value))], chinese);
    }

    /// <summary>Says whether both read the same property or the same attribute.</summary>
    /// <param name="other">The other dimension.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(RequestDimension? other) => other is not null && Id == other.Id && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RequestDimension);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name) ^ (int)Id;

    /// <summary>Returns the name; for an attribute "attribute " and its name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsAttribute ? $"attribute {Name}" : Name;

    /// <summary>Returns what the dimension is called, as in the heading of a table.</summary>
    /// <param name="format">"en" or nothing for English, which is <see cref="ToString()"/>; "zh" for Simplified Chinese: "严重程度".</param>
    /// <param name="formatProvider">Not used: the text is the same in every culture.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another text.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        !TextLanguage.IsChinese(format) ? ToString() : IsAttribute ? $"属性 {Name}" : Label(chinese: true);

    internal string Label(bool chinese) => (chinese, Id) switch
    {
        (true, DimensionId.Kind) => "类别",
        (true, DimensionId.Locality) => "远近",
        (true, DimensionId.Warranty) => "保修",
        _ => (chinese ? _chinese : _english) is { Length: > 0 } label ? label.TrimEnd() : Name,
    };

    internal int NumberOf(string value) => _finite.NumberOf(value);

    internal string Checked(string value, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(value, parameterName);
        if (Allows(value))
        {
            return value;
        }

        string allowed = IsFinite ? string.Join(", ", Values)
            : Id == DimensionId.Language ? $"1 to {NameRule.MaximumLength.ToString(CultureInfo.InvariantCulture)} characters of a-z, 0-9 and '-'"
            : $"1 to {RequestText.MaximumLength.ToString(CultureInfo.InvariantCulture)} characters that are not only white space";
        throw new ArgumentException($"\"{value}\" is not a value of {this}: allowed are {allowed}.", parameterName);
    }

    internal string Words(IReadOnlyList<string> values, bool chinese)
    {
        string words = string.Join(chinese ? "或" : " or ", values.Select(value => IsFinite ? _finite.Word(_finite.NumberOf(value), chinese) : value));
        return (chinese ? _chinese : _english) + words;
    }
}
