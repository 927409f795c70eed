using System.Numerics;

namespace AfterSales.Domain.Routing;

/// <summary>Distances between points of the unit sphere, once for one pair and once for many at a time, in exactly the same arithmetic.</summary>
/// <remarks>
/// The chord c between two points gives the arc 2 · asin(c / 2); the sine is inverted by the first four terms of its series, which for the 2,000 km that matter here
/// is exact to a few centimetres. Single precision costs up to two metres. Beyond that range the result is too small, but stays above it.
/// </remarks>
internal static class Reach
{
    private const float Diameter = (float)(2 * GeoPoint.EarthRadius);
    private const float Term3 = 1f / 6;
    private const float Term5 = 3f / 40;
    private const float Term7 = 15f / 336;

    internal static int Metres((float X, float Y, float Z) from, (float X, float Y, float Z) to)
    {
        float x = from.X - to.X;
        float y = from.Y - to.Y;
        float z = from.Z - to.Z;
        float square = ((x * x) + (y * y) + (z * z)) * 0.25f;
        float series = 1f + (square * (Term3 + (square * (Term5 + (square * Term7)))));
        return (int)((float)Math.Sqrt(square) * series * Diameter);
    }

    internal static Vector<int> Metres(Vector<float> fromX, Vector<float> fromY, Vector<float> fromZ, (float X, float Y, float Z) to)
    {
        Vector<float> x = fromX - new Vector<float>(to.X);
        Vector<float> y = fromY - new Vector<float>(to.Y);
        Vector<float> z = fromZ - new Vector<float>(to.Z);
        Vector<float> square = ((x * x) + (y * y) + (z * z)) * 0.25f;
        Vector<float> series = Vector<float>.One
            + (square * (new Vector<float>(Term3) + (square * (new Vector<float>(Term5) + (square * Term7)))));
        return Vector.ConvertToInt32(Vector.SquareRoot(square) * series * Diameter);
    }

    /// <summary>1000 − ⌊1000 × metres / range⌋, and 0 beyond the range; the quotient in single precision.</summary>
    internal static int Value(int metres, int range) => Scoring.FullValue - (int)Math.Min(Scoring.FullValue, metres * PointsPerMetre(range));

    internal static Vector<int> Value(Vector<int> metres, int range) => Vector.Max(
        Vector<int>.Zero,
        new Vector<int>(Scoring.FullValue) - Vector.ConvertToInt32(Vector.ConvertToSingle(metres) * PointsPerMetre(range)));

    private static float PointsPerMetre(int range) => (float)Scoring.FullValue / range;
}
