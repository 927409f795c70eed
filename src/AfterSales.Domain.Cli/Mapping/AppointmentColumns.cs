namespace AfterSales.Domain.Cli.Mapping;

/// <summary>Two columns: when an appointment was agreed, and the time that was agreed on.</summary>
internal sealed record AppointmentColumns(string Agreed, string Appointment);
