namespace AfterSales.Domain.Requests;

/// <content>The verbs that return a changed copy.</content>
public sealed partial class ServiceRequest
{
    /// <summary>Returns a copy of another kind, for a request that turns out to be something else.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the enumeration.</exception>
    public ServiceRequest WithKind(RequestKind kind) =>
        new(this) { Kind = RequestText.Checked(kind, (int)kind, RequestKind.Maintenance, nameof(kind)) };

    /// <summary>Returns a copy of this severity.</summary>
    /// <param name="severity">How hard the problem hits.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is not one of the enumeration.</exception>
    public ServiceRequest WithSeverity(Severity severity) =>
        new(this) { Severity = RequestText.Checked(severity, (int)severity, Severity.Urgent, nameof(severity)) };

    /// <summary>Returns a copy of this priority.</summary>
    /// <param name="priority">From 1 (highest) to 4.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="priority"/> is not one of the enumeration.</exception>
    public ServiceRequest WithPriority(Priority priority) =>
        new(this) { Priority = RequestText.Checked(priority, (int)priority, Priority.P4, nameof(priority)) };

    /// <summary>Returns a copy that came in by this channel.</summary>
    /// <param name="channel">The way it came in.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="channel"/> is not one of the enumeration.</exception>
    public ServiceRequest WithChannel(Channel channel) =>
        new(this) { Channel = RequestText.Checked(channel, (int)channel, Channel.SelfService, nameof(channel)) };

    /// <summary>Returns a copy at this locality.</summary>
    /// <param name="locality">Where the site lies.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="locality"/> is not one of the enumeration.</exception>
    public ServiceRequest WithLocality(Locality locality) =>
        new(this) { Locality = RequestText.Checked(locality, (int)locality, Locality.SameCity, nameof(locality)) };

    /// <summary>Returns a copy with this warranty status.</summary>
    /// <param name="warranty">Whether the warranty covers it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="warranty"/> is not one of the enumeration.</exception>
    public ServiceRequest WithWarranty(WarrantyStatus warranty) =>
        new(this) { Warranty = RequestText.Checked(warranty, (int)warranty, WarrantyStatus.OutOfWarranty, nameof(warranty)) };

    /// <summary>Returns a copy with this feedback class.</summary>
    /// <param name="feedbackClass">What the feedback is about.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="feedbackClass"/> is not one of the enumeration.</exception>
    public ServiceRequest WithFeedbackClass(FeedbackClass feedbackClass) =>
        new(this) { FeedbackClass = RequestText.Checked(feedbackClass, (int)feedbackClass, FeedbackClass.Delivery, nameof(feedbackClass)) };

    /// <summary>Returns a copy of a customer of this tier.</summary>
    /// <param name="tier">1 to 256 characters; null when it is not known.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="tier"/> is empty, only white space, or longer.</exception>
    public ServiceRequest WithTier(string? tier) => About(_matter with { Tier = Text(tier, "customer tier", nameof(tier)) });

    /// <summary>Returns a copy of a customer who speaks this language.</summary>
    /// <param name="language">The language; null when it is not known.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="language"/> is the default value.</exception>
    public ServiceRequest WithLanguage(SpokenLanguage? language) =>
        About(_matter with { Language = language is { } given ? SpokenLanguage.Named(given.Name) : null });

    /// <summary>Returns a copy in this region.</summary>
    /// <param name="region">1 to 256 characters; null when it is not known.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="region"/> is empty, only white space, or longer.</exception>
    public ServiceRequest WithRegion(string? region) => About(_matter with { Region = Text(region, "region", nameof(region)) });

    /// <summary>Returns a copy about this product line.</summary>
    /// <param name="productLine">1 to 256 characters; null when it is not known.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="productLine"/> is empty, only white space, or longer.</exception>
    public ServiceRequest WithProductLine(string? productLine) => About(_matter with { ProductLine = Text(productLine, "product line", nameof(productLine)) });

    /// <summary>Returns a copy of this customer.</summary>
    /// <param name="customer">Who asks; null when it is not known.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="customer"/> is the default value.</exception>
    public ServiceRequest WithCustomer(PersonId? customer) => About(_matter with { Customer = customer is { } given ? new PersonId(given.Value) : null });

    /// <summary>Returns a copy about this product.</summary>
    /// <param name="product">The host's identifier, 1 to 256 characters; null when it is not known.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is empty, only white space, or longer.</exception>
    public ServiceRequest WithProduct(string? product) => About(_matter with { Product = Text(product, "product", nameof(product)) });

    /// <summary>Returns a copy with this problem.</summary>
    /// <param name="problem">A fault code or a few words, 1 to 256 characters; null when it is not known.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="problem"/> is empty, only white space, or longer.</exception>
    public ServiceRequest WithProblem(string? problem) => About(_matter with { Problem = Text(problem, "problem", nameof(problem)) });

    /// <summary>Returns a copy whose site keeps the hours of a calendar.</summary>
    /// <param name="calendar">The calendar's name, 1 to 256 characters; null when there is none.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="calendar"/> is empty, only white space, or longer.</exception>
    public ServiceRequest WithSiteCalendar(string? calendar) => About(_matter with { SiteCalendar = Text(calendar, "calendar name", nameof(calendar)) });

    /// <summary>Returns a copy whose customer keeps the hours of a calendar.</summary>
    /// <param name="calendar">The calendar's name, 1 to 256 characters; null when there is none.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="calendar"/> is empty, only white space, or longer.</exception>
    public ServiceRequest WithCustomerCalendar(string? calendar) => About(_matter with { CustomerCalendar = Text(calendar, "calendar name", nameof(calendar)) });

    /// <summary>Returns a copy with an open attribute set, instead of the value that it may have had.</summary>
    /// <param name="attribute">The name: 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="value">1 to 256 characters that are not only white space.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An argument has other characters or another length, or the request has 64 other attributes already.</exception>
    public ServiceRequest With(string attribute, string value) => About(_matter with
    {
        Attributes = _matter.Attributes.With(
            NameRule.Checked(attribute, "request attribute", nameof(attribute)),
            RequestText.Checked(value, "attribute's value", nameof(value))),
    });

    /// <summary>Returns a copy without an open attribute.</summary>
    /// <param name="attribute">The name; one that the request does not have changes nothing.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="attribute"/> is null.</exception>
    public ServiceRequest Without(string attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return About(_matter with { Attributes = _matter.Attributes.Without(attribute) });
    }

    /// <summary>Returns a copy with the value of one dimension set, by its name in documents.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="value">One of the dimension's values; null takes the value of an open dimension away.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dimension"/> is null, or <paramref name="value"/> is and the dimension is finite.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not one of the dimension's; the message says what is allowed.</exception>
    public ServiceRequest With(RequestDimension dimension, string? value)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        if (value is not null || dimension.IsFinite)
        {
            dimension.Checked(value!, nameof(value));
        }

        int number = dimension.IsFinite ? dimension.NumberOf(value!) : 0;
        return dimension.Id switch
        {
            DimensionId.Kind => WithKind((RequestKind)number),
            DimensionId.Severity => WithSeverity((Severity)number),
            DimensionId.Priority => WithPriority((Priority)number),
            DimensionId.Channel => WithChannel((Channel)number),
            DimensionId.Locality => WithLocality((Locality)number),
            DimensionId.Warranty => WithWarranty((WarrantyStatus)number),
            DimensionId.FeedbackClass => WithFeedbackClass((FeedbackClass)number),
            DimensionId.Tier => WithTier(value),
            DimensionId.Language => WithLanguage(value is null ? null : SpokenLanguage.Named(value)),
            DimensionId.Region => WithRegion(value),
            DimensionId.ProductLine => WithProductLine(value),
            _ => value is null ? Without(dimension.Name) : With(dimension.Name, value),
        };
    }

    private ServiceRequest About(Matter matter) => new(this) { _matter = matter };

    private static string? Text(string? value, string what, string parameterName) => value is null ? null : RequestText.Checked(value, what, parameterName);
}
