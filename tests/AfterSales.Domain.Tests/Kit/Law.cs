using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Kit;

/// <summary>Checks a law on generated cases; a failure prints the shrunk counterexample and the seed.</summary>
internal static class Law
{
    /// <summary>How many cases a law is tried on: the environment variable AFTERSALES_CASES, 1000 without it.</summary>
    public static int Cases { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("AFTERSALES_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out int cases) && cases > 0
            ? cases
            : 1000;

    /// <summary>What the cases of laws and mutants are made from: the environment variable AFTERSALES_SEED, always the same without it, so that a red run tells of a change.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("AFTERSALES_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int seed) && seed > 0
            ? seed
            : 20_261_126;

    public static void Holds<T>(Gen<T> cases, Func<T, bool> law) => Check.One(Configuration, Prop.ForAll(cases.ToArbitrary(), law));

    /// <summary>For laws stated as assertions, which say more than true or false when they fail.</summary>
    public static void Holds<T>(Gen<T> cases, Action<T> law) => Check.One(Configuration, Prop.ForAll(cases.ToArbitrary(), law));

    public static void Holds<T>(Arbitrary<T> cases, Func<T, bool> law) => Check.One(Configuration, Prop.ForAll(cases, law));

    public static void Holds<T>(Arbitrary<T> cases, Action<T> law) => Check.One(Configuration, Prop.ForAll(cases, law));

    /// <summary>For laws whose slow model costs much more than a usual case: one case in so many, at least one.</summary>
    public static void HoldsOnFewer<T>(Gen<T> cases, int fewer, Action<T> law) =>
        Check.One(Configuration.WithMaxTest(Math.Max(1, Cases / fewer)), Prop.ForAll(cases.ToArbitrary(), law));

    public static void HoldsOnFewer<T>(Arbitrary<T> cases, int fewer, Action<T> law) =>
        Check.One(Configuration.WithMaxTest(Math.Max(1, Cases / fewer)), Prop.ForAll(cases, law));

    // The second number is the odd step of the generator, the golden ratio in 64 bits.
    private static Config Configuration => Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay((ulong)Seed, 0x9E3779B97F4A7C15);
}
