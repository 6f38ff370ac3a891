using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Conversations.Records.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ArticleScopes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Scope",
                table: "turns",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Scope",
                table: "turns");
        }
    }
}
