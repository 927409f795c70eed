using Spectre.Console;

namespace AfterSales.Domain.Cli;

/// <summary>The colours of texts for people; on a terminal only, and every text says the same without them.</summary>
internal static class Paint
{
    internal static Style Plain => Style.Plain;

    internal static Style Good { get; } = new(Color.Green);

    internal static Style Notable { get; } = new(Color.Yellow);

    internal static Style Bad { get; } = new(Color.Red);

    internal static Style Faint { get; } = new(decoration: Decoration.Dim);
}
