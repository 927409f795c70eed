using AfterSales.Domain.Cli;

Session session = Session.OfThisProcess();
try
{
    return await Tool.RunAsync(args, session, CancellationToken.None).ConfigureAwait(false);
}
finally
{
    session.Flush();
}
