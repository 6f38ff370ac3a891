using Lucene.Net.Store;

namespace Bot.Knowledge.Keeping;

/// <summary>
/// A folder whose files are mapped into memory, read through a small buffer: Lucene reads most of them byte by byte, and of a mapped file each
/// byte on its own costs a hold on the mapping.
/// </summary>
/// <param name="path">The folder.</param>
internal sealed class MappedFolder(string path) : FilterDirectory(new MMapDirectory(path, NoLockFactory.GetNoLockFactory()))
{
    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context) => new Buffered(base.OpenInput(name, context), context);

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => new Slicer(base.CreateSlicer(name, context), context);

    private sealed class Slicer(IndexInputSlicer mapped, IOContext context) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => new Buffered(mapped.OpenSlice(sliceDescription, offset, length), context);

        [Obsolete("Only for reading CFS files from 3.x indexes.")]
        public override IndexInput OpenFullSlice() => new Buffered(mapped.OpenFullSlice(), context);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                mapped.Dispose();
            }
        }
    }

    private sealed class Buffered(IndexInput mapped, IOContext context) : BufferedIndexInput(mapped.ToString()!, context)
    {
        private IndexInput _mapped = mapped;

        public override long Length => _mapped.Length;

        public override object Clone()
        {
            var clone = (Buffered)base.Clone();
            clone._mapped = (IndexInput)_mapped.Clone();
            return clone;
        }

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            _mapped.Seek(Position);
            _mapped.ReadBytes(b, offset, length);
        }

        protected override void SeekInternal(long pos)
        {
            // Each reading says where.
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _mapped.Dispose();
            }
        }
    }
}
