using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Conversations.Records.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Transcripts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Until",
                table: "channel_values",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "transcripts",
                columns: table => new
                {
                    Conversation = table.Column<string>(type: "text", nullable: false),
                    Watermark = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Asker = table.Column<string>(type: "text", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transcripts", x => new { x.Conversation, x.Watermark });
                });

            migrationBuilder.CreateIndex(
                name: "IX_channel_values_Until",
                table: "channel_values",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_transcripts_Asker",
                table: "transcripts",
                column: "Asker");

            migrationBuilder.CreateIndex(
                name: "IX_transcripts_At",
                table: "transcripts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_transcripts_Conversation_Key",
                table: "transcripts",
                columns: new[] { "Conversation", "Key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "transcripts");

            migrationBuilder.DropIndex(
                name: "IX_channel_values_Until",
                table: "channel_values");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "channel_values");
        }
    }
}
