using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace AfterSales.Domain.Testing;

/// <summary>Tries laws on generated cases and tells the first that does not hold.</summary>
internal static class LawRunner
{
    internal static void Hold<T>(IEnumerable<Law<T>> laws, Arbitrary<T> cases, LawRun run)
        where T : LawCase
    {
        foreach (Law<T> law in laws)
        {
            run.Progress?.Report(law.Name);
            Hold(law, cases, run);
        }
    }

    private static void Hold<T>(Law<T> law, Arbitrary<T> cases, LawRun run)
        where T : LawCase
    {
        Recorder recorder = new();
        Config config = Config.Quick.WithMaxTest(run.Cases).WithRunner(recorder)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(run.Seed), FSharpOption<int>.None)));

        // A cancelled run lets the cases that are left pass unseen.
        Check.One(config, Prop.ForAll(cases, (T one) => run.Cancellation.IsCancellationRequested || law.Violation(one) is null));
        run.Cancellation.ThrowIfCancellationRequested();
        if (recorder.Result is TestResult.Failed failure)
        {
            T smallest = (T)failure.Item3.Head;
            throw new LawBrokenException(
                law.Name,
                law.Violation(smallest) ?? "it holds when it is tried again; a law has to give the same answer for the same case.",
                string.Format(
                    CultureInfo.InvariantCulture,
                    "Found by case {0} of {1}, made smaller {2} times. LawRun.Default.WithCases({3}).WithSeed({4}) finds it again.",
                    failure.Item1.NumberOfTests, run, failure.Item1.NumberOfShrinks, run.Cases, run.Seed),
                smallest);
        }
    }

    /// <summary>Keeps what FsCheck found, and prints nothing.</summary>
    private sealed class Recorder : IRunner
    {
        internal TestResult? Result { get; private set; }

        public void OnStartFixture(Type t)
        {
        }

        public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
        {
        }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
        {
        }

        public void OnFinished(string name, TestResult testResult) => Result = testResult;
    }
}
