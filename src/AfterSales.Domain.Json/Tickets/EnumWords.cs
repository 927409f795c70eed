using System.Text;

namespace AfterSales.Domain.Json;

/// <summary>The members of an enumeration as words of documents: <c>WaitingToStart</c> is <c>waiting-to-start</c>.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    internal static (string Word, T Value)[] All { get; } = [.. Enum.GetNames<T>().Select(name => (Word(name), Value(name)))];

    internal static string Of(T value) => All.First(one => EqualityComparer<T>.Default.Equals(one.Value, value)).Word;

    private static T Value(string name) => Enum.TryParse(name, out T value) ? value : throw new InvalidOperationException($"{name} is not a member of {typeof(T).Name}.");

    private static string Word(string name)
    {
        StringBuilder word = new();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
