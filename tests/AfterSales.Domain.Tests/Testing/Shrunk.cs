using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace AfterSales.Domain.Tests.Testing;

/// <summary>What FsCheck, with the package's one registration, makes of a property that fails: the smallest value that it finds.</summary>
internal static class Shrunk
{
    /// <summary>The smallest value for which the property is false; the same in each run.</summary>
    public static T Smallest<T>(Func<T, bool> property)
    {
        Recorder recorder = new();
        Check.One(
            Config.Quick.WithMaxTest(2000).WithRunner(recorder).WithReplay(20_261_126, 0x9E3779B97F4A7C15).WithArbitrary([typeof(AfterSalesArbitraries)]),
            Prop.ForAll((T value) => property(value)));
        return (T)Assert.IsType<TestResult.Failed>(recorder.Result).Item3.Head;
    }

    private sealed class Recorder : IRunner
    {
        public TestResult? Result { get; private set; }

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
