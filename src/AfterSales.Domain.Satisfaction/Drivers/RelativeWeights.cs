using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Johnson's relative weights: R² divided through the orthogonal variables that lie nearest to the predictors.</summary>
internal sealed class RelativeWeights
{
    private const double SmallestEigenvalue = 1e-10;

    internal RelativeWeights(Matrix<double> within, Vector<double> with)
    {
        Evd<double> decomposition = within.Evd(Symmetricity.Symmetric);
        double[] eigenvalues = [.. decomposition.EigenValues.Select(value => value.Real)];
        IsCollinear = eigenvalues.Any(value => value < SmallestEigenvalue);
        if (IsCollinear)
        {
            Weights = [];
            return;
        }

        Matrix<double> vectors = decomposition.EigenVectors;
        Matrix<double> roots = Matrix<double>.Build.Diagonal(eigenvalues.Length, eigenvalues.Length, i => Math.Sqrt(eigenvalues[i]));
        Matrix<double> loadings = vectors * roots * vectors.Transpose();
        Vector<double> coefficients = loadings.Solve(with);
        Weights = [.. Enumerable.Range(0, with.Count).Select(i => Enumerable.Range(0, with.Count).Sum(j => loadings[i, j] * loadings[i, j] * coefficients[j] * coefficients[j]))];
    }

    internal bool IsCollinear { get; }

    internal IReadOnlyList<double> Weights { get; }
}
