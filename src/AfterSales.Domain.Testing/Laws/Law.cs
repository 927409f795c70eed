namespace AfterSales.Domain.Testing;

/// <summary>A named statement that has to be true of every case.</summary>
/// <typeparam name="T">What it is about.</typeparam>
/// <remarks>Compared by reference. This type is immutable; it is safe for use by several threads when the function that it was made of is.</remarks>
public sealed class Law<T>
    where T : LawCase
{
    private readonly Func<T, string?> _violation;

    /// <summary>Creates a law.</summary>
    /// <param name="name">What it says, as a sentence without a full stop.</param>
    /// <param name="violation">Returns null when the law holds for a case, else what is wrong with it. It has to give the same answer for the same case.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public Law(string name, Func<T, string?> violation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(violation);
        Name = name;
        _violation = violation;
    }

    /// <summary>Gets what the law says.</summary>
    public string Name { get; }

    /// <summary>Tries the law on a case.</summary>
    /// <param name="subject">The case.</param>
    /// <returns>Null when it holds; else what is wrong. An exception that the law threw is told as what is wrong.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    public string? Violation(T subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        try
        {
            return _violation(subject);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            return $"{problem.GetType().Name}: {problem.Message}";
        }
    }

    /// <summary>Returns what the law says.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
