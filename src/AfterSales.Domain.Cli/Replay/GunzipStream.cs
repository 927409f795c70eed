using System.Buffers.Binary;
using System.IO.Compression;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>Unpacks gzip and notices a file that ends too early, which the decoder of the base library takes for the end of the data.</summary>
/// <remarks>
/// A gzip file ends with the size of what it holds. A file of several parts, one after the other, ends with the size of the last part only, so there a cut cannot be told and is not.
/// </remarks>
internal sealed class GunzipStream : Stream
{
    private readonly Watched _packed;
    private readonly GZipStream _unpacked;
    private uint _size;

    internal GunzipStream(Stream packed)
    {
        _packed = new Watched(packed);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The file is damaged or cut.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = _unpacked.Read(buffer, offset, count);
        _size = unchecked(_size + (uint)read);
        return read > 0 || count == 0 || _packed.EndsWith(_size) || _packed.HasFurtherPart
            ? read
            : throw new InvalidDataException("it ends too early");
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
            _unpacked.Dispose();
            _packed.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The packed bytes as they pass: remembers the last four, and whether the beginning of a part comes again.</summary>
    private sealed class Watched(Stream inner) : Stream
    {
        private readonly byte[] _last = new byte[4];
        private long _passed;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        internal bool HasFurtherPart { get; private set; }

        internal bool EndsWith(uint size) => _passed >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(_last) == size;

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = inner.Read(buffer, offset, count);
            for (int i = offset; i < offset + read; i++)
            {
                (_last[0], _last[1], _last[2], _last[3]) = (_last[1], _last[2], _last[3], buffer[i]);
                HasFurtherPart |= ++_passed > 3 && _last is [_, 0x1F, 0x8B, 0x08];
            }

            return read;
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
}
