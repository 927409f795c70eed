using System.Globalization;
using System.Text;

namespace AfterSales.Domain.Samples;

/// <summary>
/// Made-up answers to the sample survey over nine months: eight technicians in three regions, a service that answers faster from July on, and the dirt that
/// real answers have: duplicates, blanks, staff, late ones, straight-liners, speeders, numbers off the scale.
/// </summary>
internal static class SampleAnswers
{
    private const string Header =
        "response,ticket,answered-at,sent-at,channel,seconds,round,test,technician,region,customer-type,overall,attitude,speed,waited-too-long,effect,skill,product,recommend,easy,words";

    private static readonly string[] Praise = ["Quick and friendly.", "师傅很专业，谢谢！", "Works again.", ""];
    private static readonly string[] Blame = ["Waited two days for a part.", "物流太慢了", "The courier lost the part.", "It still makes smoke.", "态度一般"];

    internal static string Csv()
    {
        Dice dice = new(20260101);
        StringBuilder csv = new(Header);
        csv.Append('\n');
        int ticket = 4000;
        for (int month = 1; month <= 9; month++)
        {
            for (int i = 0; i < 56; i++)
            {
                ticket += 1 + dice.Below(5);
                Answer(csv, dice, month, ticket);
            }
        }

        return csv.ToString();
    }

    private static void Answer(StringBuilder csv, Dice dice, int month, int ticket)
    {
        int technician = 1 + dice.Below(8);
        string region = (technician % 3) switch { 0 => "east", 1 => "north", _ => "south" };
        DateTimeOffset sent = new(2026, month, 1 + dice.Below(20), 10, 0, 0, TimeSpan.FromHours(8));
        DateTimeOffset answered = sent.AddMinutes(5 + (dice.Next() * dice.Next() * 60 * 24 * 8));

        // One mood behind all answers, better people and worse ones, and faster answers from July on.
        double mood = 3.9 + (dice.Bell() * 0.8) + (technician == 5 ? -0.9 : technician == 2 ? 0.3 : 0);
        double speed = mood + (month >= 7 ? 0.5 : -0.3) + (dice.Bell() * 0.7);
        double effect = mood + 0.2 + (dice.Bell() * 0.6);
        double attitude = mood + 0.4 + (dice.Bell() * 0.5);
        double overall = (0.45 * effect) + (0.4 * speed) + (0.15 * attitude) + (dice.Bell() * 0.3);
        string[] row =
        [
            $"R-{ticket}", $"T-{ticket}", Time(answered), Time(sent), dice.Chance(0.6) ? "web" : dice.Chance(0.7) ? "wechat" : "phone", Text(40 + dice.Below(120)), "0", "",
            $"tech-{technician}", region, dice.Chance(0.3) ? "business" : "household",
            Rating(overall), Rating(attitude), Rating(speed), Rating(6 - speed + (dice.Bell() * 0.5)), Rating(effect), dice.Chance(0.08) ? "9" : Rating(mood + 0.3 + (dice.Bell() * 0.5)),
            Rating(3.8 + (dice.Bell() * 0.9)), Text(Clamp((overall * 2.2) - 1 + dice.Bell(), 0, 10)), Text(Clamp((effect * 1.5) - 0.5 + (dice.Bell() * 0.8), 1, 7)),
            Words(dice, overall),
        ];
        string[] dirty = Dirty(row, dice, sent);
        csv.AppendJoin(',', dirty).Append('\n');
        if (dice.Chance(0.02))
        {
            // The same customer answers once more, an hour later.
            row[0] += "-again";
            row[2] = Time(answered.AddHours(1));
            csv.AppendJoin(',', row).Append('\n');
        }
        else if (overall < 2.2 && ReferenceEquals(dirty, row))
        {
            FollowUp(csv, row, dice, answered);
        }
    }

    private static string[] Dirty(string[] row, Dice dice, DateTimeOffset sent)
    {
        string[] changed = [.. row];
        double kind = dice.Next();
        if (kind < 0.010)
        {
            Array.Fill(changed, "", 11, 10);
        }
        else if (kind < 0.018)
        {
            changed[7] = "true";
        }
        else if (kind < 0.026)
        {
            changed[2] = Time(sent.AddDays(25));
        }
        else if (kind < 0.040)
        {
            Array.Fill(changed, "5", 11, 7);
            changed[18] = "5";
            changed[19] = "5";
        }
        else if (kind < 0.052)
        {
            changed[5] = Text(4 + dice.Below(10));
        }
        else if (kind < 0.058)
        {
            changed[13] = "55";
        }
        else if (kind < 0.075)
        {
            changed[15] = "";
            changed[17] = "";
        }
        else
        {
            return row;
        }

        return changed;
    }

    private static void FollowUp(StringBuilder csv, string[] row, Dice dice, DateTimeOffset answered)
    {
        string[] again = [.. row];
        again[0] += "-f1";
        again[2] = Time(answered.AddDays(6));
        again[3] = Time(answered.AddDays(5));
        again[6] = "1";
        bool isBetter = dice.Chance(0.6);
        again[11] = isBetter ? "4" : "2";
        again[15] = isBetter ? "5" : "2";
        again[20] = isBetter ? "Solved now." : "Still not.";
        csv.AppendJoin(',', again).Append('\n');
    }

    private static string Words(Dice dice, double overall) => !dice.Chance(0.25) ? "" : overall < 3 ? Blame[dice.Below(Blame.Length)] : Praise[dice.Below(Praise.Length)];

    private static string Rating(double value) => Text(Clamp(value, 1, 5));

    private static int Clamp(double value, int least, int most) => (int)Math.Clamp(Math.Round(value), least, most);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
