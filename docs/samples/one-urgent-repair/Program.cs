using AfterSales.Domain.Samples;

// dotnet run --project docs/samples/one-urgent-repair
await Console.Out.WriteAsync(new OneUrgentRepair().Tell()).ConfigureAwait(false);
