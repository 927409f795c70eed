using System.Globalization;
using AfterSales.Domain.Tests.Kit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace AfterSales.Domain.Tests.Robustness;

/// <summary>Tries a check on many mutants. Every mutant is made of one seed, so that a failure can be had again: it is printed, and AFTERSALES_SEED sets it.</summary>
internal sealed class Mutants(ITestOutputHelper output)
{
    /// <summary>A mutant that takes a second on a quiet machine is a fault; on a loaded one the clock only tells a hang from a wait, so a test run ends after this long.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    /// <summary>How many mutants of each kind of text: the environment variable AFTERSALES_MUTANTS, 1,500 without it (more than 20,000 of all kinds).</summary>
    public static int PerKind { get; } = Setting("AFTERSALES_MUTANTS", 1500);

    private static int Seed => Law.Seed;

    /// <summary>Makes mutants and checks each; what a check allocates is bounded by the size of its mutant.</summary>
    public void Try(string subject, int count, Func<Random, byte[]> mutant, Action<byte[]> check)
    {
        string seed = string.Create(CultureInfo.InvariantCulture, $"AFTERSALES_SEED={Seed} AFTERSALES_MUTANTS={PerKind}");
        output.WriteLine($"{subject}: {count} mutants, {seed}");
        int current = 0;
        using Timer watchdog = new(_ => Environment.FailFast($"Mutant {current} of {subject} does not come to an end. To see it again: {seed}"));
        for (int i = 0; i < count; i++)
        {
            current = i;
            byte[] text = mutant(new Random(unchecked(Seed + (i * 7919))));
            watchdog.Change(Hang, Timeout.InfiniteTimeSpan);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                check(text);
            }
            catch (Exception exception)
            {
                throw new XunitException($"Mutant {i} of {subject}; to see it again: {seed}\n{Shown(text)}\n\n{exception}", exception);
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > (256L << 20) + (text.Length * 1000L))
            {
                throw new XunitException($"Mutant {i} of {subject} took {allocated >> 20} MiB for {text.Length} bytes; to see it again: {seed}\n{Shown(text)}");
            }
        }
    }

    private static string Shown(byte[] text)
    {
        string shown = System.Text.Encoding.UTF8.GetString(text);
        return shown.Length <= 6000 ? shown : $"{shown[..6000]}… ({text.Length} bytes)";
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0 ? value : otherwise;
}
