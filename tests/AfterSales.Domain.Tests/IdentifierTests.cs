using System.Reflection;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests;

/// <summary>What holds for every identifier and every name.</summary>
public class IdentifierTests
{
    public static TheoryData<object, object, object> Ordered => new()
    {
        { default(PersonId), new PersonId("Z-9"), new PersonId("a-1") },
        { default(TeamId), new TeamId("Z-9"), new TeamId("a-1") },
        { default(WorkItemId), new WorkItemId("Z-9"), new WorkItemId("a-1") },
        { default(Skill), Skill.Named("boiler"), Skill.Named("pump") },
    };

    [Theory]
    [MemberData(nameof(Ordered))]
    public void Identifiers_are_ordered_by_code_unit_with_the_default_first(object first, object second, object third)
    {
        object[] all = [first, second, third];
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = 0; j < all.Length; j++)
            {
                Assert.Equal(
                    ((i < j), (i > j), i <= j, i >= j),
                    (Compared("op_LessThan", all[i], all[j]), Compared("op_GreaterThan", all[i], all[j]),
                        Compared("op_LessThanOrEqual", all[i], all[j]), Compared("op_GreaterThanOrEqual", all[i], all[j])));
                Assert.Equal(i == j, all[i].Equals(all[j]));
            }
        }
    }

    [Fact]
    public void The_default_value_reads_as_nothing_and_gives_no_text() => Assert.Multiple(
        () => Assert.Equal("(nobody)", default(PersonId).ToString()),
        () => Assert.Equal("(no team)", default(TeamId).ToString()),
        () => Assert.Equal("(no role)", default(Role).ToString()),
        () => Assert.Equal("(no language)", default(SpokenLanguage).ToString()),
        () => Assert.Equal("(no reason)", default(WaitReason).ToString()),
        () => Assert.Throws<InvalidOperationException>(() => default(TeamId).Value),
        () => Assert.Throws<InvalidOperationException>(() => default(TicketId).Value),
        () => Assert.Throws<InvalidOperationException>(() => default(EventId).Value),
        () => Assert.Throws<InvalidOperationException>(() => default(WorkItemId).Value));

    [Fact]
    public void Identifiers_have_at_most_128_characters() => Assert.Multiple(
        () => Bounds(128, text => new PersonId(text)),
        () => Bounds(128, text => new TeamId(text)),
        () => Bounds(128, text => new WorkItemId(text)),
        () => Bounds(128, text => new TicketId(text)),
        () => Bounds(128, text => new EventId(text)));

    [Fact]
    public void Names_have_at_most_64_characters() => Assert.Multiple(
        () => Bounds(64, text => Role.Named(text)),
        () => Bounds(64, text => SpokenLanguage.Named(text)),
        () => Bounds(64, text => WaitReason.Named(text, ResponsibleParty.Supplier)),
        () => Bounds(64, text => Signal.Named(text)),
        () => Bounds(64, text => RequestDimension.Attribute(text)),
        () => Bounds(64, text => Trigger.Named(text)),
        () => Bounds(64, text => BusinessCalendar.Always(text, DateTimeZone.Utc)));

    [Fact]
    public void Names_are_of_the_letters_a_to_z_the_digits_0_to_9_and_the_hyphen() => Assert.Multiple(
        () => Letters(text => Role.Named(text)),
        () => Letters(text => Trigger.Named(text)),
        () => Letters(text => Signal.Named(text)),
        () => Letters(text => Skill.Named(text)),
        () => Letters(text => BusinessCalendar.Always(text, DateTimeZone.Utc)));

    private static void Letters(Func<string, object> make)
    {
        Assert.All(["a", "z", "0", "9", "-", "az-09"], text => Assert.Contains(text, make(text).ToString(), StringComparison.Ordinal));
        Assert.All(["`", "{", "/", ":", ",", ".", "_", "A", "é", "٣", "a b"], text => Assert.Contains("a-z, 0-9 and '-'", Assert.Throws<ArgumentException>(() => make(text)).Message, StringComparison.Ordinal));
    }

    private static bool Compared(string name, object left, object right) =>
        (bool)left.GetType().GetMethod(name, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [left, right])!;

    private static void Bounds(int most, Func<string, object> make)
    {
        Assert.Contains(new string('x', most), make(new string('x', most)).ToString(), StringComparison.Ordinal);
        Assert.Contains(most.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Throws<ArgumentException>(() => make(new string('x', most + 1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => make(string.Empty));
        Assert.Throws<ArgumentNullException>(() => make(null!));
    }
}
