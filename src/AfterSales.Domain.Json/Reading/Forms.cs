using System.Globalization;

namespace AfterSales.Domain.Json;

/// <summary>The forms of single values: each reads a node, or writes down what is allowed and returns the default.</summary>
internal static partial class Forms
{
    internal const int LongestText = 10_000;

    private const int LongestShortList = 1000;

    internal static string Text(DocumentNode node)
    {
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", "a text");
            return "";
        }

        if (node.Text.Length > LongestText)
        {
            node.Refuse("bad-value", string.Format(CultureInfo.InvariantCulture, "a text of at most {0} characters", LongestText));
            return "";
        }

        return node.Text;
    }

    /// <summary>A text with something to read in it.</summary>
    internal static string NonEmptyText(DocumentNode node)
    {
        string text = Text(node);
        if (node.Kind == NodeKind.Text && string.IsNullOrWhiteSpace(text) && node.Text.Length <= LongestText)
        {
            node.Refuse("bad-value", "a text that is not empty");
        }

        return text;
    }

    internal static bool Truth(DocumentNode node)
    {
        if (node.Kind is not (NodeKind.True or NodeKind.False))
        {
            node.Refuse("wrong-type", "true or false");
        }

        return node.Kind == NodeKind.True;
    }

    /// <summary>One of a closed set of words.</summary>
    internal static Func<DocumentNode, T> Word<T>(params (string Word, T Value)[] words) => node =>
    {
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", Allowed());
            return words[0].Value;
        }

        foreach ((string word, T value) in words)
        {
            if (string.Equals(word, node.Text, StringComparison.Ordinal))
            {
                return value;
            }
        }

        node.RefuseName("bad-value", Allowed, words.Select(word => word.Word));
        return words[0].Value;

        string Allowed() => Quoting.List(words.Select(word => $"\"{word.Word}\""));
    };

    /// <summary>A name in the alphabet of names.</summary>
    internal static string Name(DocumentNode node)
    {
        const string allowed = "a name of 1 to 64 characters of a-z, 0-9 and '-'";
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", allowed);
            return "";
        }

        if (!NameRule.IsName(node.Text))
        {
            node.Refuse("bad-value", allowed);
        }

        return node.Text;
    }

    /// <summary>Says whether a list or object has few enough parts to be added one by one; when not, that is a finding.</summary>
    internal static bool IsShort(DocumentNode node)
    {
        int parts = Math.Max(node.Items.Count, node.Members.Count);
        if (parts <= LongestShortList)
        {
            return true;
        }

        node.Findings.Add(node, "too-large", string.Format(CultureInfo.InvariantCulture, "found {0} entries", parts), string.Format(CultureInfo.InvariantCulture, "allowed are at most {0} here", LongestShortList));
        return false;
    }

    internal static IReadOnlyList<T> ListOf<T>(DocumentNode node, Func<DocumentNode, T> read, int atLeast)
    {
        if (node.Kind != NodeKind.List)
        {
            node.Refuse("wrong-type", "a list");
            return [];
        }

        if (node.Items.Count < atLeast)
        {
            node.Refuse("bad-value", "a list with at least one value");
        }

        return [.. node.Items.Select(read)];
    }

    /// <summary>Makes a domain value; what its constructor refuses becomes a finding at this place.</summary>
    internal static T? Checked<T>(DocumentNode node, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException error)
        {
            node.Findings.Add(node, "refused", "found " + node.Shown, "it is refused: " + WithoutParameter(error));
            return default;
        }
        catch (Exception error) when (error is InvalidOperationException or OverflowException)
        {
            node.Findings.Add(node, "refused", "found " + node.Shown, "it is refused: " + error.Message.TrimEnd('.'));
            return default;
        }
    }

    /// <summary>What a domain type says against a value, without the name of the parameter, which is no word of the document.</summary>
    internal static string WithoutParameter(ArgumentException error)
    {
        string message = error.Message.Replace('\r', ' ');
        int end = error.ParamName is null ? -1 : message.IndexOf($" (Parameter '{error.ParamName}')", StringComparison.Ordinal);
        end = end < 0 ? message.IndexOf("\nParameter name:", StringComparison.Ordinal) : end;
        return (end < 0 ? message : message.Substring(0, end)).Replace('\n', ' ').TrimEnd('.');
    }
}
