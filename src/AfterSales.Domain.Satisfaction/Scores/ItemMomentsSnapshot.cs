namespace AfterSales.Domain.Satisfaction;

/// <summary>What <see cref="ItemMoments"/> have gathered, as plain numbers for storage.</summary>
/// <remarks>The format is that of <see cref="CurrentVersion"/>. This type is immutable.</remarks>
public sealed class ItemMomentsSnapshot
{
    /// <summary>The version of the format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Makes a snapshot from stored numbers.</summary>
    /// <param name="count">How many rows were added; not negative.</param>
    /// <param name="sums">The sum of each item; from 1 to 200 items.</param>
    /// <param name="products">The sums of products: of item 0 with 0, 1 with 0, 1 with 1, 2 with 0 and so on.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lists do not belong together, or have larger numbers than so many rows of numbers of at most 100,000 in size can add up to.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ItemMomentsSnapshot(long count, IEnumerable<long> sums, IEnumerable<long> products)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(sums);
        ArgumentNullException.ThrowIfNull(products);
        Count = count;
        Sums = [.. sums];
        Products = [.. products];
        if (Sums.Count is < 1 or > Survey.MaximumQuestions || Products.Count != Sums.Count * (Sums.Count + 1) / 2 || Sums.Any(sum => !CanBe(sum, 1e5)) || Products.Any(product => !CanBe(product, 1e10)))
        {
            throw new ArgumentException("Allowed are 1 to 200 sums and n(n + 1)/2 products for n sums, none larger than rows of numbers of at most 100,000 in size add up to.", nameof(products));
        }

        // Variances are computed in decimals, which have 28 digits.
        bool CanBe(double total, double most) => Math.Abs(total) <= count * most && Math.Abs(total) * count <= 7e28;
    }

    /// <summary>Gets how many rows were added.</summary>
    public long Count { get; }

    /// <summary>Gets the sum of each item.</summary>
    public IReadOnlyList<long> Sums { get; }

    /// <summary>Gets the sums of products: of item 0 with 0, 1 with 0, 1 with 1, 2 with 0 and so on.</summary>
    public IReadOnlyList<long> Products { get; }
}
