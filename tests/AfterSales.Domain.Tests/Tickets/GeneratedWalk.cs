using AfterSales.Domain.Tickets;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>
/// A walk over a built-in lifecycle that FsCheck generates and shrinks: the opening and each action are lists of numbers from which a <see cref="RandomWalk"/> picks what it does, and
/// which end in zeros, the plainest choices. A failing walk loses actions, then choices; it prints as the story that it is.
/// </summary>
internal sealed class GeneratedWalk
{
    private const int Numbers = 24;

    private readonly Lifecycle _lifecycle;
    private readonly int[] _opening;
    private readonly int[][] _actions;

    private GeneratedWalk(Lifecycle lifecycle, int[] opening, int[][] actions)
    {
        _lifecycle = lifecycle;
        _opening = opening;
        _actions = actions;
    }

    public static Arbitrary<GeneratedWalk> Any { get; } = Arb.From(
        from lifecycle in Gen.Elements(Lifecycles.All.ToArray())
        from opening in Gen.Choose(0, 9999).ArrayOf(Numbers)
        from actions in Gen.Choose(0, 9999).ArrayOf(Numbers).ArrayOf()
        select new GeneratedWalk(lifecycle, opening, actions),
        walk => walk.Shrink());

    public int Actions => _actions.Length;

    /// <summary>Walks anew, to the end.</summary>
    public RandomWalk Walk() => Walk((_, _, _) => { });

    /// <summary>Walks anew and looks at each action: the walk after it, the ticket before it, and what came of it.</summary>
    public RandomWalk Walk(Action<RandomWalk, Ticket, TransitionResult> after)
    {
        int[] numbers = _opening;
        int next = 0;
        RandomWalk walk = new(_lifecycle, Pick);
        foreach (int[] action in _actions)
        {
            (numbers, next) = (action, 0);
            (Ticket before, TransitionResult result) = walk.Step();
            after(walk, before, result);
        }

        return walk;

        int Pick(int bound) => next < numbers.Length ? numbers[next++] % bound : 0;
    }

    /// <summary>Tells who did what when, and all details of the last action.</summary>
    public override string ToString()
    {
        List<string> story = [];
        Ticket? told = null;
        RandomWalk end = Walk((walk, before, result) =>
        {
            if (told?.Id != before.Id)
            {
                story.Add($"{_lifecycle.Name} {before.Id}: opened {Text(before.OpenedAt)} by {before.OpenedBy} in {before.State.Name}");
            }

            told = before;
            story.Add($"{Text(walk.Now)} {walk.Tried.By} {walk.Tried.Action.Trigger}: " + (result is AcceptedTransition { Event: var happened }
                ? $"{happened.From} → {happened.To}"
                : $"refused, {((RefusedTransition)result).Reason}"));
        });
        return story.Count == 0 ? $"{_lifecycle.Name}: nothing done" : $"\n{string.Join('\n', story)}\n{end.Tried.Action}";

        static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);
    }

    private IEnumerable<GeneratedWalk> Shrink()
    {
        for (int length = _actions.Length; length > 0; length /= 2)
        {
            for (int from = 0; from < _actions.Length; from += length)
            {
                int end = from + length;
                yield return new(_lifecycle, _opening, [.. _actions.Where((_, place) => place < from || place >= end)]);
            }
        }

        foreach (int[] plainer in Plainer(_opening))
        {
            yield return new(_lifecycle, plainer, _actions);
        }

        for (int i = 0; i < _actions.Length; i++)
        {
            foreach (int[] plainer in Plainer(_actions[i]))
            {
                yield return new(_lifecycle, _opening, [.. _actions.Select((action, place) => place == i ? plainer : action)]);
            }
        }
    }

    private static IEnumerable<int[]> Plainer(int[] numbers)
    {
        if (numbers.Length > 0)
        {
            yield return [];
            yield return numbers[..(numbers.Length / 2)];
            yield return numbers[..^1];
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] > 0)
            {
                yield return [.. numbers.Select((number, place) => place == i ? 0 : number)];
            }
        }
    }
}
