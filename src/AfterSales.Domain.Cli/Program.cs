using AfterSales.Domain.Cli;

using Session session = Session.OfThisProcess();
return await Tool.RunAsync(args, session, CancellationToken.None).ConfigureAwait(false);
