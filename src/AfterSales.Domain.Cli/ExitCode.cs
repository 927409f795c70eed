namespace AfterSales.Domain.Cli;

/// <summary>What the tool's exit codes mean; they are the same for every command.</summary>
internal static class ExitCode
{
    internal const int Fine = 0;

    /// <summary>The command did its work and found what the caller asked to be told of with <c>--fail-on</c>.</summary>
    internal const int Found = 1;

    /// <summary>The command line, a document or a data file is wrong; every problem has been listed.</summary>
    internal const int BadInput = 2;

    internal const int Cancelled = 130;
}
