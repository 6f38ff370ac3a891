using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Conversations.Records.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "article_versions",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    Seen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_article_versions", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "articles_last_seen",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_articles_last_seen", x => x.Slug);
                });

            migrationBuilder.CreateTable(
                name: "blocked",
                columns: table => new
                {
                    Asker = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blocked", x => x.Asker);
                });

            migrationBuilder.CreateTable(
                name: "channel_values",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channel_values", x => new { x.Channel, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "cited",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<int>(type: "INTEGER", nullable: true),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    End = table.Column<int>(type: "INTEGER", nullable: false),
                    SentenceStart = table.Column<int>(type: "INTEGER", nullable: false),
                    SentenceEnd = table.Column<int>(type: "INTEGER", nullable: false),
                    Quote = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cited", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "forgotten",
                columns: table => new
                {
                    Conversation = table.Column<string>(type: "TEXT", nullable: false),
                    Through = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forgotten", x => x.Conversation);
                });

            migrationBuilder.CreateTable(
                name: "turns",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    EventId = table.Column<string>(type: "TEXT", nullable: false),
                    Conversation = table.Column<string>(type: "TEXT", nullable: false),
                    Asker = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Private = table.Column<bool>(type: "INTEGER", nullable: false),
                    Article = table.Column<string>(type: "TEXT", nullable: true),
                    Locale = table.Column<string>(type: "TEXT", nullable: true),
                    Asked = table.Column<long>(type: "INTEGER", nullable: true),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    Deadline = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Epoch = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Repeats = table.Column<int>(type: "INTEGER", nullable: false),
                    Apology = table.Column<int>(type: "INTEGER", nullable: true),
                    FirstTried = table.Column<long>(type: "INTEGER", nullable: true),
                    Ended = table.Column<long>(type: "INTEGER", nullable: true),
                    MessageId = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_turns", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cited = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    NewWords = table.Column<string>(type: "TEXT", nullable: false),
                    ChangeHash = table.Column<string>(type: "TEXT", nullable: false),
                    Found = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: true),
                    Decided = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_corrections_cited_Cited",
                        column: x => x.Cited,
                        principalTable: "cited",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "answers",
                columns: table => new
                {
                    Turn = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Engine = table.Column<string>(type: "TEXT", nullable: false),
                    PromptVersion = table.Column<string>(type: "TEXT", nullable: true),
                    Made = table.Column<long>(type: "INTEGER", nullable: false),
                    ElapsedMs = table.Column<double>(type: "REAL", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    Versions = table.Column<string>(type: "TEXT", nullable: false),
                    Trace = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answers", x => x.Turn);
                    table.ForeignKey(
                        name: "FK_answers_turns_Turn",
                        column: x => x.Turn,
                        principalTable: "turns",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Turn = table.Column<long>(type: "INTEGER", nullable: false),
                    Asker = table.Column<string>(type: "TEXT", nullable: false),
                    Up = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_feedback_turns_Turn",
                        column: x => x.Turn,
                        principalTable: "turns",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tellings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Correction = table.Column<Guid>(type: "TEXT", nullable: false),
                    Turn = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstTried = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tellings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_tellings_corrections_Correction",
                        column: x => x.Correction,
                        principalTable: "corrections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_tellings_turns_Turn",
                        column: x => x.Turn,
                        principalTable: "turns",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "citations",
                columns: table => new
                {
                    Turn = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Cited = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citations", x => new { x.Turn, x.Number });
                    table.ForeignKey(
                        name: "FK_citations_answers_Turn",
                        column: x => x.Turn,
                        principalTable: "answers",
                        principalColumn: "Turn",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_citations_cited_Cited",
                        column: x => x.Cited,
                        principalTable: "cited",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_answers_Outcome_Made",
                table: "answers",
                columns: new[] { "Outcome", "Made" });

            migrationBuilder.CreateIndex(
                name: "IX_citations_Cited",
                table: "citations",
                column: "Cited");

            migrationBuilder.CreateIndex(
                name: "IX_cited_Slug",
                table: "cited",
                column: "Slug");

            migrationBuilder.CreateIndex(
                name: "IX_corrections_Cited_ChangeHash",
                table: "corrections",
                columns: new[] { "Cited", "ChangeHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_feedback_Turn_Asker",
                table: "feedback",
                columns: new[] { "Turn", "Asker" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tellings_Correction_Turn",
                table: "tellings",
                columns: new[] { "Correction", "Turn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tellings_Turn",
                table: "tellings",
                column: "Turn");

            migrationBuilder.CreateIndex(
                name: "IX_turns_Asker_Received",
                table: "turns",
                columns: new[] { "Asker", "Received" });

            migrationBuilder.CreateIndex(
                name: "IX_turns_attention",
                table: "turns",
                column: "State",
                filter: "\"State\" IN (11, 14)");

            migrationBuilder.CreateIndex(
                name: "IX_turns_Channel_EventId",
                table: "turns",
                columns: new[] { "Channel", "EventId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_turns_Conversation_Seq",
                table: "turns",
                columns: new[] { "Conversation", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_turns_Id",
                table: "turns",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_turns_open",
                table: "turns",
                columns: new[] { "Conversation", "Seq" },
                filter: "\"State\" < 10");

            migrationBuilder.CreateIndex(
                name: "IX_turns_Received",
                table: "turns",
                column: "Received");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "article_versions");

            migrationBuilder.DropTable(
                name: "articles_last_seen");

            migrationBuilder.DropTable(
                name: "blocked");

            migrationBuilder.DropTable(
                name: "channel_values");

            migrationBuilder.DropTable(
                name: "citations");

            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropTable(
                name: "forgotten");

            migrationBuilder.DropTable(
                name: "tellings");

            migrationBuilder.DropTable(
                name: "answers");

            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "turns");

            migrationBuilder.DropTable(
                name: "cited");
        }
    }
}
