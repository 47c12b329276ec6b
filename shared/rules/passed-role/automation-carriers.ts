import type { Carriers } from './carrier.ts';

const stack = { roles: ['roleARN'] };
const stackSet = { roles: ['administrationRoleARN', 'executionRoleName'] };
const codeBuildProject = { roles: ['serviceRole', 'buildBatchConfig.serviceRole'] };
const pipeline = { roles: ['pipeline.roleArn', 'pipeline.stages.actions.roleArn'] };
const pipe = {
  roles: [
    'roleArn',
    'targetParameters.ecsTaskParameters.overrides.taskRoleArn',
    'targetParameters.ecsTaskParameters.overrides.executionRoleArn',
  ],
};
const maintenanceTask = {
  roles: [
    'serviceRoleArn',
    'taskInvocationParameters.runCommand.serviceRoleArn',
    'taskInvocationParameters.automation.parameters.AutomationAssumeRole',
    'taskParameters.AutomationAssumeRole.values',
  ],
};
// The role of an automation is a parameter of its document, in a list of one.
const association = { roles: ['parameters.AutomationAssumeRole', 'associationDispatchAssumeRole'] };

/** Deployment, schedules, workflows and operations. */
export const automationCarriers: Carriers = {
  'amplify:CreateApp': { roles: ['iamServiceRoleArn', 'computeRoleArn'] },
  'amplify:CreateBranch': { roles: ['computeRoleArn'] },
  'amplify:UpdateApp': { roles: ['iamServiceRoleArn', 'computeRoleArn'] },
  'amplify:UpdateBranch': { roles: ['computeRoleArn'] },
  'appsync:CreateDataSource': { roles: ['serviceRoleArn'] },
  'appsync:UpdateDataSource': { roles: ['serviceRoleArn'] },
  'cloudformation:ContinueUpdateRollback': stack,
  'cloudformation:CreateChangeSet': stack,
  'cloudformation:CreateStack': stack,
  'cloudformation:CreateStackSet': stackSet,
  'cloudformation:RegisterType': { roles: ['executionRoleArn'] },
  'cloudformation:RollbackStack': stack,
  'cloudformation:UpdateStack': stack,
  'cloudformation:UpdateStackSet': stackSet,
  'codebuild:CreateFleet': { roles: ['fleetServiceRole'] },
  'codebuild:CreateProject': codeBuildProject,
  'codebuild:StartBuild': { roles: ['serviceRoleOverride'] },
  'codebuild:StartBuildBatch': { roles: ['serviceRoleOverride', 'buildBatchConfigOverride.serviceRole'] },
  'codebuild:UpdateFleet': { roles: ['fleetServiceRole'] },
  'codebuild:UpdateProject': codeBuildProject,
  'codedeploy:CreateDeploymentGroup': { roles: ['serviceRoleArn'] },
  'codedeploy:UpdateDeploymentGroup': { roles: ['serviceRoleArn'] },
  'codepipeline:CreatePipeline': pipeline,
  'codepipeline:UpdatePipeline': pipeline,
  'cognito-identity:SetIdentityPoolRoles': {
    roles: ['roles.*', 'roleMappings.*.rulesConfiguration.rules.roleARN'],
  },
  'events:PutRule': { roles: ['roleArn'] },
  'events:PutTargets': { roles: ['targets.roleArn'] },
  'fis:CreateExperimentTemplate': { roles: ['roleArn'] },
  'fis:UpdateExperimentTemplate': { roles: ['roleArn'] },
  'iot:CreateRoleAlias': { roles: ['roleArn'] },
  'iot:UpdateRoleAlias': { roles: ['roleArn'] },
  'pipes:CreatePipe': pipe,
  'pipes:UpdatePipe': pipe,
  'scheduler:CreateSchedule': { roles: ['target.roleArn'] },
  'scheduler:UpdateSchedule': { roles: ['target.roleArn'] },
  'ssm:CreateActivation': { roles: ['iamRole'] },
  'ssm:CreateAssociation': association,
  'ssm:RegisterDefaultHostManagementConfiguration': { roles: ['roleArn'] },
  'ssm:RegisterTaskWithMaintenanceWindow': maintenanceTask,
  'ssm:SendCommand': { roles: ['serviceRoleArn'] },
  'ssm:StartAutomationExecution': {
    roles: ['parameters.AutomationAssumeRole', 'targetLocations.executionRoleName'],
  },
  'ssm:StartChangeRequestExecution': {
    roles: ['runbooks.parameters.AutomationAssumeRole', 'runbooks.targetLocations.executionRoleName'],
  },
  'ssm:UpdateAssociation': association,
  'ssm:UpdateMaintenanceWindowTask': maintenanceTask,
  'ssm:UpdateManagedInstanceRole': { roles: ['iamRole'] },
  'ssm-incidents:CreateResponsePlan': { roles: ['actions.ssmAutomation.roleArn'] },
  'ssm-incidents:UpdateResponsePlan': { roles: ['actions.ssmAutomation.roleArn'] },
  'states:CreateStateMachine': { roles: ['roleArn'] },
  'states:TestState': { roles: ['roleArn'] },
  'states:UpdateStateMachine': { roles: ['roleArn'] },
  'synthetics:CreateCanary': { roles: ['executionRoleArn'] },
  'synthetics:UpdateCanary': { roles: ['executionRoleArn'] },
};
