using AfterSales.Domain.Cli;

return await Tool.RunAsync(args, Session.OfThisProcess(), CancellationToken.None).ConfigureAwait(false);
