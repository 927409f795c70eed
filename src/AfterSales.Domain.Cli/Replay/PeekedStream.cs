namespace AfterSales.Domain.Cli.Replay;

/// <summary>A stream whose first bytes can be looked at before it is read, seekable or not.</summary>
internal sealed class PeekedStream(Stream inner) : Stream
{
    private readonly byte[] _head = new byte[2];
    private int _headLength = -1;
    private int _given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    internal bool StartsWith(byte first, byte second)
    {
        if (_headLength < 0)
        {
            _headLength = inner.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
        }

        return _headLength == 2 && _head[0] == first && _head[1] == second;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_given < _headLength)
        {
            int some = Math.Min(count, _headLength - _given);
            Array.Copy(_head, _given, buffer, offset, some);
            _given += some;
            return some;
        }

        return inner.Read(buffer, offset, count);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
