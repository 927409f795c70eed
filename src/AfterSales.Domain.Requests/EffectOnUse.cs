namespace AfterSales.Domain.Requests;

/// <summary>What a problem does to the use of the product (R02).</summary>
/// <remarks>Ordered from mild to severe.</remarks>
public enum EffectOnUse
{
    /// <summary>Cosmetic: nothing works worse.</summary>
    None,

    /// <summary>Something works worse, but no main function.</summary>
    Minor,

    /// <summary>A main function is impaired, but the product is still usable for a while.</summary>
    MainFunctionImpaired,

    /// <summary>The product cannot be used.</summary>
    Unusable,
}
