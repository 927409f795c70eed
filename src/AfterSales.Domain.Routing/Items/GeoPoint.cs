namespace AfterSales.Domain.Routing;

/// <summary>A point on the earth, by latitude and longitude in degrees (WGS 84).</summary>
/// <remarks>
/// Two points are equal when both numbers are. The default value is the point 0° N 0° E in the Gulf of Guinea, where nobody needs service. This type is immutable.
/// </remarks>
public readonly record struct GeoPoint
{
    /// <summary>The mean radius of the earth in metres: 6,371,008.8, (2a + b) / 3 of WGS 84.</summary>
    public const double EarthRadius = 6_371_008.8;

    /// <summary>Makes a point.</summary>
    /// <param name="latitude">Degrees from −90 (south pole) to 90 (north pole).</param>
    /// <param name="longitude">Degrees from −180 to 180, positive to the east.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range or not a number.</exception>
    public GeoPoint(double latitude, double longitude)
    {
        Latitude = latitude is >= -90 and <= 90
            ? latitude
            : throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude lies from -90 to 90 degrees.");
        Longitude = longitude is >= -180 and <= 180
            ? longitude
            : throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude lies from -180 to 180 degrees.");
    }

    /// <summary>Gets the latitude in degrees, from −90 to 90, positive to the north.</summary>
    public double Latitude { get; }

    /// <summary>Gets the longitude in degrees, from −180 to 180, positive to the east.</summary>
    public double Longitude { get; }

    /// <summary>Returns the great-circle distance on a sphere of <see cref="EarthRadius"/>.</summary>
    /// <param name="other">The other point.</param>
    /// <returns>Metres, from 0 to half the circumference. Within 0.6 % of the distance on the ellipsoid. Roads are longer.</returns>
    /// <remarks>The haversine formula (Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984), which stays exact for neighbours.</remarks>
    public double DistanceTo(GeoPoint other)
    {
        double latitude = Radians(Latitude);
        double otherLatitude = Radians(other.Latitude);
        double sineOfHalfLatitude = Math.Sin((otherLatitude - latitude) / 2);
        double sineOfHalfLongitude = Math.Sin(Radians(other.Longitude - Longitude) / 2);
        double haversine = (sineOfHalfLatitude * sineOfHalfLatitude)
            + (Math.Cos(latitude) * Math.Cos(otherLatitude) * sineOfHalfLongitude * sineOfHalfLongitude);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    /// <summary>Returns latitude and longitude in degrees, as in "31.2304, 121.4737".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Latitude}, {Longitude}");

    internal (float X, float Y, float Z) OnUnitSphere()
    {
        double latitude = Radians(Latitude);
        double longitude = Radians(Longitude);
        return ((float)(Math.Cos(latitude) * Math.Cos(longitude)), (float)(Math.Cos(latitude) * Math.Sin(longitude)), (float)Math.Sin(latitude));
    }

    private static double Radians(double degrees) => degrees * (Math.PI / 180);
}
