namespace AfterSales.Domain.Tests;

/// <summary>Tests that measure what is the whole process's: they run when all others have ended, one after the other.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
