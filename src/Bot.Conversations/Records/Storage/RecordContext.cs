using Bot.Conversations.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bot.Conversations.Records.Storage;

/// <summary>The record's tables: one model for both databases.</summary>
internal abstract class RecordContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<TurnRow> Turns => Set<TurnRow>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<CitationRow> Citations => Set<CitationRow>();

    public DbSet<CitedRow> Cited => Set<CitedRow>();

    public DbSet<ArticleVersionRow> Versions => Set<ArticleVersionRow>();

    public DbSet<KeptRow> Kept => Set<KeptRow>();

    public DbSet<LastSeenRow> LastSeen => Set<LastSeenRow>();

    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();

    public DbSet<ForgottenRow> Forgotten => Set<ForgottenRow>();

    public DbSet<BlockedRow> Blocked => Set<BlockedRow>();

    public DbSet<ChannelValueRow> ChannelValues => Set<ChannelValueRow>();

    public DbSet<TranscriptRow> Transcripts => Set<TranscriptRow>();

    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    public DbSet<TellingRow> Tellings => Set<TellingRow>();

    public DbSet<KeyWrapRow> KeyWraps => Set<KeyWrapRow>();

    // SQLite has no moments that sort: both databases keep milliseconds of Unix time.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TurnRow>(Turn);
        modelBuilder.Entity<AnswerRow>(Answer);
        modelBuilder.Entity<CitationRow>(Citation);
        modelBuilder.Entity<CitedRow>(cited => cited.ToTable("cited").HasKey(row => row.Id));
        modelBuilder.Entity<CitedRow>().HasIndex(row => row.Slug);
        modelBuilder.Entity<ArticleVersionRow>().ToTable("article_versions").HasKey(row => row.Hash);
        modelBuilder.Entity<ArticleVersionRow>().HasIndex(row => row.Seen);
        modelBuilder.Entity<KeptRow>().ToTable("kept").HasKey(row => row.Key);
        modelBuilder.Entity<KeptRow>().HasIndex(row => row.Seen);
        modelBuilder.Entity<LastSeenRow>().ToTable("articles_last_seen").HasKey(row => row.Slug);
        modelBuilder.Entity<ForgottenRow>().ToTable("forgotten").HasKey(row => row.Conversation);
        modelBuilder.Entity<BlockedRow>().ToTable("blocked").HasKey(row => row.Asker);
        modelBuilder.Entity<ChannelValueRow>().ToTable("channel_values").HasKey(row => new { row.Channel, row.Key });
        modelBuilder.Entity<ChannelValueRow>().HasIndex(row => row.Until);
        modelBuilder.Entity<KeyWrapRow>().ToTable("key_wraps").HasKey(row => row.Fingerprint);
        modelBuilder.Entity<TranscriptRow>(Transcript);
        modelBuilder.Entity<FeedbackRow>(Feedbacks);
        modelBuilder.Entity<CorrectionRow>(Correction);
        modelBuilder.Entity<TellingRow>(Telling);
    }

    private static void Turn(EntityTypeBuilder<TurnRow> turn)
    {
        turn.ToTable("turns").HasKey(row => row.Seq);
        turn.HasIndex(row => row.Id).IsUnique();
        turn.HasIndex(row => new { row.Channel, row.EventId }).IsUnique();
        turn.HasIndex(row => new { row.Conversation, row.Seq });
        turn.HasIndex(row => new { row.Asker, row.Received });
        turn.HasIndex(row => row.Received);
        turn.HasIndex(row => new { row.Conversation, row.Seq }, "IX_turns_open").HasFilter("\"State\" < 10");
        turn.HasIndex(row => row.State, "IX_turns_attention").HasFilter("\"State\" IN (11, 14)");
        turn.HasOne(row => row.Answer).WithOne().HasForeignKey<AnswerRow>(row => row.Turn).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Answer(EntityTypeBuilder<AnswerRow> answer)
    {
        answer.ToTable("answers").HasKey(row => row.Turn);
        answer.Property(row => row.Turn).ValueGeneratedNever();
        answer.HasIndex(row => new { row.Outcome, row.Made });
        answer.HasMany(row => row.Citations).WithOne().HasForeignKey(row => row.Turn).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Citation(EntityTypeBuilder<CitationRow> citation)
    {
        citation.ToTable("citations").HasKey(row => new { row.Turn, row.Number });
        citation.HasIndex(row => row.Cited);
        citation.HasOne<CitedRow>().WithMany().HasForeignKey(row => row.Cited).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Transcript(EntityTypeBuilder<TranscriptRow> transcript)
    {
        transcript.ToTable("transcripts").HasKey(row => new { row.Conversation, row.Watermark });
        transcript.HasIndex(row => new { row.Conversation, row.Key }).IsUnique();
        transcript.HasIndex(row => row.Asker);
        transcript.HasIndex(row => row.At);
    }

    private static void Feedbacks(EntityTypeBuilder<FeedbackRow> feedback)
    {
        feedback.ToTable("feedback").HasKey(row => row.Id);
        feedback.HasIndex(row => new { row.Turn, row.Asker }).IsUnique();
        feedback.HasOne<TurnRow>().WithMany().HasForeignKey(row => row.Turn).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Correction(EntityTypeBuilder<CorrectionRow> correction)
    {
        correction.ToTable("corrections").HasKey(row => row.Id);
        correction.HasIndex(row => new { row.Cited, row.ChangeHash }).IsUnique();
        correction.HasOne<CitedRow>().WithMany().HasForeignKey(row => row.Cited).OnDelete(DeleteBehavior.Restrict);
        correction.HasMany(row => row.Tellings).WithOne().HasForeignKey(row => row.Correction).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Telling(EntityTypeBuilder<TellingRow> telling)
    {
        telling.ToTable("tellings").HasKey(row => row.Id);
        telling.HasIndex(row => new { row.Correction, row.Turn }).IsUnique();
        telling.HasOne<TurnRow>().WithMany().HasForeignKey(row => row.Turn).OnDelete(DeleteBehavior.Cascade);
    }

    private sealed class UnixMilliseconds()
        : ValueConverter<DateTimeOffset, long>(moment => moment.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));
}
