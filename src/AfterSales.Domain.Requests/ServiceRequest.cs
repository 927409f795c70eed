namespace AfterSales.Domain.Requests;

/// <summary>What is asked of the service: everything that rules look at, and nothing that they do not.</summary>
/// <remarks>
/// What is not known yet is <c>Unknown</c> or null. Open attributes carry what a host's own rules need: a name of a–z, 0–9 and '-' with a text; at most 64
/// of them. Texts have 1 to 256 characters and are compared ordinally. Two requests are equal when all of their properties and attributes are.
/// This type is immutable and safe for use by several threads; each verb returns a changed copy.
/// </remarks>
public sealed partial class ServiceRequest : IEquatable<ServiceRequest>, IFormattable
{
    /// <summary>How many open attributes a request may have.</summary>
    public const int MaximumAttributes = 64;

    private Matter _matter = Matter.Unknown;

    /// <summary>Makes a request of which only the kind is known.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the enumeration.</exception>
    public ServiceRequest(RequestKind kind) => Kind = RequestText.Checked(kind, (int)kind, RequestKind.Maintenance, nameof(kind));

    private ServiceRequest(ServiceRequest source)
    {
        Kind = source.Kind;
        Severity = source.Severity;
        Priority = source.Priority;
        Channel = source.Channel;
        Locality = source.Locality;
        Warranty = source.Warranty;
        FeedbackClass = source.FeedbackClass;
        _matter = source._matter;
    }

    /// <summary>Gets what is asked for.</summary>
    public RequestKind Kind { get; private init; }

    /// <summary>Gets how hard the problem hits (R02).</summary>
    public Severity Severity { get; private init; }

    /// <summary>Gets the four-level priority (R03).</summary>
    public Priority Priority { get; private init; }

    /// <summary>Gets the way the request came in (R01).</summary>
    public Channel Channel { get; private init; }

    /// <summary>Gets where the site lies (R06, R07).</summary>
    public Locality Locality { get; private init; }

    /// <summary>Gets whether the warranty covers it.</summary>
    public WarrantyStatus Warranty { get; private init; }

    /// <summary>Gets what feedback is about (R22).</summary>
    public FeedbackClass FeedbackClass { get; private init; }

    /// <summary>Gets the customer's tier in the host's words, or null.</summary>
    public string? Tier => _matter.Tier;

    /// <summary>Gets the language or dialect that the customer speaks (R15), or null.</summary>
    public SpokenLanguage? Language => _matter.Language;

    /// <summary>Gets the region in the host's words, or null.</summary>
    public string? Region => _matter.Region;

    /// <summary>Gets the product line in the host's words, or null.</summary>
    public string? ProductLine => _matter.ProductLine;

    /// <summary>Gets who asks (R01), or null.</summary>
    public PersonId? Customer => _matter.Customer;

    /// <summary>Gets the host's identifier of the product, such as its serial number (R01), or null.</summary>
    public string? Product => _matter.Product;

    /// <summary>Gets the problem: a fault code or a few words (R01), or null.</summary>
    public string? Problem => _matter.Problem;

    /// <summary>Gets the name of the business calendar of the site, or null.</summary>
    public string? SiteCalendar => _matter.SiteCalendar;

    /// <summary>Gets the name of the customer's business calendar, or null.</summary>
    public string? CustomerCalendar => _matter.CustomerCalendar;

    /// <summary>Gets the open attributes, ordered by the UTF-16 code units of their names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes => _matter.Attributes.Pairs;

    /// <summary>Reads an open attribute.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The value, or null when the request does not have it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public string? Attribute(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _matter.Attributes.Find(name);
    }

    /// <summary>Says whether both requests agree in every property and attribute.</summary>
    /// <param name="other">The other request.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(ServiceRequest? other) =>
        ReferenceEquals(this, other) || (other is not null
            && (Kind, Severity, Priority, Channel, Locality, Warranty, FeedbackClass)
                == (other.Kind, other.Severity, other.Priority, other.Channel, other.Locality, other.Warranty, other.FeedbackClass)
            && _matter.Equals(other._matter));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ServiceRequest);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Severity, Priority, Channel, Locality, Warranty, FeedbackClass, _matter);

    /// <summary>Returns what is known, in plain words: "repair, severity urgent, channel phone, same city, region Pudong, contract gold".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(format: null, formatProvider: null);

    /// <summary>Returns what is known, in plain words.</summary>
    /// <param name="format">"en" or nothing for English, "zh" for Simplified Chinese: "维修，严重程度紧急，渠道电话，同城，地区Pudong".</param>
    /// <param name="formatProvider">Not used: the text is the same in every culture.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another text.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        ServiceRequest self = this;
        IEnumerable<string> known = RequestDimension.WellKnown
            .Where(dimension => dimension.Id == DimensionId.Kind || (dimension.ValueOf(self) is { } value && (!dimension.IsFinite || dimension.NumberOf(value) > 0)))
            .Select(dimension => dimension.Describe(dimension.ValueOf(self), format));
        string?[] rest =
        [
            Customer is null ? null : $"{(chinese ? "客户" : "customer")} {Customer}",
            Product is null ? null : $"{(chinese ? "产品" : "product")} {Product}",
            Problem is null ? null : chinese ? $"问题“{Problem}”" : $"problem \"{Problem}\"",
            SiteCalendar is null ? null : $"{(chinese ? "现场日历" : "site calendar")} {SiteCalendar}",
            CustomerCalendar is null ? null : $"{(chinese ? "客户日历" : "customer calendar")} {CustomerCalendar}",
        ];
        return string.Join(chinese ? "，" : ", ", known.Concat(rest.OfType<string>()).Concat(Attributes.Select(pair => $"{pair.Key} {pair.Value}")));
    }

    internal int NumberOf(DimensionId dimension) => dimension switch
    {
        DimensionId.Kind => (int)Kind,
        DimensionId.Severity => (int)Severity,
        DimensionId.Priority => (int)Priority,
        DimensionId.Channel => (int)Channel,
        DimensionId.Locality => (int)Locality,
        DimensionId.Warranty => (int)Warranty,
        _ => (int)FeedbackClass,
    };

    internal string? TextOf(DimensionId dimension, string attribute) => dimension switch
    {
        DimensionId.Tier => Tier,
        DimensionId.Language => Language?.Name,
        DimensionId.Region => Region,
        DimensionId.ProductLine => ProductLine,
        _ => _matter.Attributes.Find(attribute),
    };

    /// <summary>Whom and what the request is about: apart, because a ticket whose request is classed anew shares it with the request before.</summary>
    private sealed record Matter
    {
        internal static Matter Unknown { get; } = new();

        internal string? Tier { get; init; }

        internal SpokenLanguage? Language { get; init; }

        internal string? Region { get; init; }

        internal string? ProductLine { get; init; }

        internal PersonId? Customer { get; init; }

        internal string? Product { get; init; }

        internal string? Problem { get; init; }

        internal string? SiteCalendar { get; init; }

        internal string? CustomerCalendar { get; init; }

        internal SortedAttributes Attributes { get; init; } = SortedAttributes.Empty;
    }
}
