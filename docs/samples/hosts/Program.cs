using AfterSales.Domain.HostSamples;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var path])
{
    await Console.Error.WriteLineAsync("usage: dotnet run --project docs/samples/hosts -- docs/samples/rapid-response.json").ConfigureAwait(false);
    return 2;
}

DocumentReading<SlaPolicy> reading = SlaPolicyDocument.Read(await File.ReadAllTextAsync(path).ConfigureAwait(false));
if (!reading.Succeeded)
{
    foreach (DocumentFinding finding in reading.Findings)
    {
        await Console.Error.WriteLineAsync($"{finding}").ConfigureAwait(false);
    }

    return 2;
}

WebApplicationBuilder builder = WebApplication.CreateBuilder();
builder.Services
    .AddSingleton(reading.Value)
    .AddSingleton(TimeProvider.System)
    .AddSingleton<TicketStore>()
    .AddSingleton<IAlarmSender, ConsoleAlarmSender>()
    .AddHostedService<AlarmWorker>();

WebApplication app = builder.Build();
app.MapTickets();
await app.RunAsync().ConfigureAwait(false);
return 0;
