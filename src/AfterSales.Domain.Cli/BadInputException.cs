namespace AfterSales.Domain.Cli;

/// <summary>Ends a command whose input is wrong; the tool lists the problems and exits with 2.</summary>
internal sealed class BadInputException : Exception
{
    internal BadInputException(Problems problems)
        : base("The input is wrong.") => Problems = problems;

    internal BadInputException(Problem problem)
        : this(new Problems()) => Problems.Add(problem);

    internal Problems Problems { get; }
}
