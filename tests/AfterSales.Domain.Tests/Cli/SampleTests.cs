using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Json;
using AfterSales.Domain.Samples;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

public class SampleTests
{
    [Fact]
    public void The_sample_tickets_are_what_their_program_makes() =>
        Assert.Equal(SampleTickets.Csv(), File.ReadAllText(Sample("tickets.csv")).ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("rapid-response.json", "sla-policy/1")]
    [InlineData("stricter.json", "sla-policy/1")]
    [InlineData("tickets.mapping.json", "ticket-mapping/1")]
    [InlineData("uci-incidents.policy.json", "sla-policy/1")]
    [InlineData("uci-incidents.mapping.json", "ticket-mapping/1")]
    public void The_sample_documents_have_no_problems(string name, string format)
    {
        ToolRun run = ToolRun.Of("verify", Sample(name));

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        Assert.Contains(format, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("R04", "R05", "R06", "R07", "R08")]
    public void The_rapid_response_sample_says_what_R04_to_R08_ask()
    {
        SlaPolicy policy = SlaPolicyDocument.Read(File.ReadAllBytes(Sample("rapid-response.json"))).Value;

        Assert.Equal(
            [
                "pickup / one minute: 1 min on the clock",
                "call-back / three minutes: 3 min on the clock",
                "reply / mail and chat: 1 h of open time; received when closed: by the next 09:00 of a working day",
                "on-site / urgent, in the city: 2 h on the clock",
                "on-site / urgent, elsewhere: 24 h on the clock",
                "on-site / important, in the city: 24 h on the clock",
                "on-site / important, elsewhere: 48 h on the clock",
                "on-site / by appointment: 15 min after the agreed appointment",
                "visit-agreed / 48 hours: 48 h on the clock",
            ],
            policy.Objectives.SelectMany(objective => objective.Targets.Select(target => $"{objective.Name} / {target.Name}: {target.Rule}")));
    }

    [Fact]
    public void The_sample_tickets_replay_with_every_target_used_and_two_rows_left_out()
    {
        ToolRun run = ToolRun.Of("replay", Sample("rapid-response.json"), Sample("tickets.csv"), "--mapping", Sample("tickets.mapping.json"), "--format", "json");

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(420, report.GetProperty("tickets").GetInt32());
        Assert.Equal(9, report.GetProperty("attainment").GetArrayLength());
        Assert.All(report.GetProperty("attainment").EnumerateArray(), row => Assert.True(row.GetProperty("met").GetInt32() > 0 && row.GetProperty("missed").GetInt32() > 0));
        Assert.Equal(["duplicate-ticket", "no-opening-time"], report.GetProperty("unused").EnumerateArray().Select(row => row.GetProperty("code").GetString()).Order(StringComparer.Ordinal));
    }

    [SharedFact("data/tickets/uci_incident_event_log.csv.gz")]
    public void The_public_incident_log_gives_its_published_check_figures_and_its_dirt()
    {
        ToolRun run = ToolRun.Of("replay", Sample("uci-incidents.policy.json"), Repository.SharedPath("data/tickets/uci_incident_event_log.csv.gz"),
            "--mapping", Sample("uci-incidents.mapping.json"), "--format", "json");

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((141_712, 24_918, true), (report.GetProperty("rows").GetInt32(), report.GetProperty("tickets").GetInt32(), report.GetProperty("grouped").GetBoolean()));

        JsonElement taken = report.GetProperty("timeTaken").EnumerateArray().Single(one => one.GetProperty("objective").ValueEquals("resolution"));
        Assert.Equal(23_362, taken.GetProperty("count").GetInt32());
        Assert.Equal(178.171582, taken.GetProperty("meanHours").GetDouble(), 6);
        Assert.Equal(22.100, taken.GetProperty("medianHours").GetDouble(), 9);

        Dictionary<string, int> dirt = report.GetProperty("unused").EnumerateArray().Concat(report.GetProperty("remarks").EnumerateArray())
            .ToDictionary(row => row.GetProperty("why").GetString()!, row => row.GetProperty("rows").GetInt32(), StringComparer.Ordinal);
        Assert.Equal(5, dirt["incident_state is \"-100\", which the mapping does not name"]);
        Assert.Equal(12, dirt["incident_state goes from \"Closed\" to \"Active\""]);
        Assert.Equal(11, dirt["incident_state goes from \"New\" to \"Closed\""]);
        Assert.Equal(1, dirt["sys_updated_at lies before that of the row above of the same ticket; sorted in"]);
        Assert.Equal(4, dirt["sys_mod_count is lower than in the row above of the same ticket"]);
        Assert.Equal(34, dirt["sys_created_at lies before opened_at"]);
        Assert.Equal(1_556, dirt["the last row of a ticket has no resolved_at, so there is no resolved"]);
    }

    private static string Sample(string name) => Repository.PathOf("docs", "samples", name);
}
